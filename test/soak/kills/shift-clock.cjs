'use strict';
// Loaded before the product: moves its clock ahead by EAS_TEST_CLOCK_AHEAD milliseconds, as the lab's was moved.
const ahead = Number(process.env.EAS_TEST_CLOCK_AHEAD ?? 0);
const real = Date.now.bind(Date);
Date.now = () => real() + ahead;
