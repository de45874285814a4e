// The demo shop: four coffees, a basket, a sign-in, and what a site tells its chat. Plain script, no build.
(() => {
  'use strict';

  const COFFEES = [
    {
      name: 'Wren’s Morning',
      place: 'Huehuetenango, Guatemala',
      notes: 'Milk chocolate, orange peel, an easy temper. The one to begin with.',
      price: 14,
      lot: 'LOT 07',
      tone: '#8a2f20',
      motif:
        'M92 178c14-30 42-30 56 0M120 120v10M97 130l6 9M143 130l-6 9M84 152l10 5M156 152l-10 5M80 178h80',
    },
    {
      name: 'Slate Hill',
      place: 'Sidama, Ethiopia',
      notes: 'Jasmine and bergamot, thin as tea and just as patient.',
      price: 17,
      lot: 'LOT 12',
      tone: '#2f4858',
      motif: 'M80 178l26-44 14 20 12-18 28 42zM98 148l8-2 6 6M128 143l6-2',
    },
    {
      name: 'Old Harrow',
      place: 'Sumatra and Brazil',
      notes: 'Walnut, cedar, dark sugar. Stands up to milk and to Mondays.',
      price: 13,
      lot: 'LOT 03',
      tone: '#4a3526',
      motif:
        'M84 142h72M90 142v30M106 142v30M120 142v30M134 142v30M150 142v30M120 142v-22M108 120h24M84 178c24 4 48 4 72 0',
    },
    {
      name: 'Night Ferry (decaf)',
      place: 'Cauca, Colombia',
      notes: 'Red apple and cocoa, washed with water alone. Sleeps when you do.',
      price: 15,
      lot: 'LOT 09',
      tone: '#3f5a41',
      motif:
        'M82 164h76l-10 14H92zM120 164v-42l24 32h-24M84 188c8-5 14-5 22 0s14 5 22 0 14-5 22 0M94 124a9 9 0 1 0 10 13 11 11 0 0 1-10-13z',
    },
  ];

  // Calls made before the widget's script has run wait in this queue.
  window.Colloquy =
    window.Colloquy ||
    function queue(...call) {
      (window.Colloquy.q = window.Colloquy.q || []).push(call);
    };

  const byId = (id) => document.getElementById(id);
  const given = byId('colloquy-demo');
  const config = given ? JSON.parse(given.textContent) : {};
  const basket = [];

  passQueryOn();
  for (const coffee of COFFEES) byId('shelf').append(card(coffee));
  showCustomer(config.customer);
  if (config.deskUrl) {
    byId('desk').href = config.deskUrl;
    byId('desk').hidden = false;
  }
  for (const button of document.querySelectorAll('[data-chat]'))
    button.addEventListener('click', () => window.Colloquy('open'));
  byId('sign-in').addEventListener('submit', (event) => {
    event.preventDefault();
    void post('/sign-in', { user: byId('user').value }).then(({ customer }) => {
      showCustomer(customer);
      window.Colloquy('identify');
    });
  });
  byId('sign-out').addEventListener('submit', (event) => {
    event.preventDefault();
    // The session ends while its token is still good; then the cookie goes.
    void Promise.resolve(window.Colloquy('logout'))
      .then(() => post('/sign-out', {}))
      .then(() => showCustomer(null));
  });

  function card(coffee) {
    const item = byId('product').content.firstElementChild.cloneNode(true);
    const find = (selector) => item.querySelector(selector);
    find('.bag').style.setProperty('--tone', coffee.tone);
    const motif = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    motif.setAttribute('d', coffee.motif);
    find('.motif').append(motif);
    find('.lot').textContent = coffee.lot;
    find('h3').textContent = coffee.name;
    find('.place').textContent = coffee.place;
    find('.notes').textContent = coffee.notes;
    find('.price').textContent = `£${coffee.price}`;
    find('.add').setAttribute('aria-label', `Add ${coffee.name} to basket`);
    find('.ask').textContent = 'Ask about this coffee';
    find('.ask').setAttribute('aria-label', `Ask about ${coffee.name}`);
    find('.add').addEventListener('click', () => addToBasket(coffee));
    find('.ask').addEventListener('click', () => {
      window.Colloquy('setContext', { product: coffee.name, productPrice: `£${coffee.price}` });
      window.Colloquy('open');
    });
    return item;
  }

  function addToBasket(coffee) {
    basket.push(coffee);
    byId('basket').lastElementChild.textContent = String(basket.length);
    const total = basket.reduce((sum, each) => sum + each.price, 0);
    window.Colloquy('setContext', {
      product: coffee.name,
      basketItems: basket.length,
      basketTotal: `£${total}`,
    });
  }

  function showCustomer(customer) {
    byId('sign-in').hidden = Boolean(customer);
    byId('sign-out').hidden = !customer;
    byId('who').textContent = customer ? customer.name : '';
  }

  async function post(path, body) {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  /** Lets a visitor try out the widget's switches from the address line: they are set before its script runs. */
  function passQueryOn() {
    const tag = document.querySelector('script[data-integration-id]');
    const query = new URLSearchParams(location.search);
    for (const name of ['theme', 'transports']) {
      const value = query.get(name);
      if (tag && value) tag.setAttribute(`data-${name}`, value);
    }
  }
})();
