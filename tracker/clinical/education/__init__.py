"""What a patient may read, by phase and day; what a clinic makes of it."""
