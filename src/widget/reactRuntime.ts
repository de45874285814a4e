import { Component, createElement, Fragment, options, render } from 'preact';
import type { ComponentChildren, FunctionComponent, VNode } from 'preact';
