'use strict';

// A Vendure shop with its data in memory, for tests: node shop.js PORT [WEBHOOK_URL WEBHOOK_SECRET]
// It says READY when it answers, and ends when its standard input does.
require('reflect-metadata');
const { AddressBasedTaxZoneStrategy, bootstrap, DefaultLogger, dummyPaymentHandler, LogLevel } = require('@vendure/core');
const { OrdrebroPlugin } = require('ordrebro-vendure-plugin');

const [port, url, secret] = process.argv.slice(2);

const config = {
    apiOptions: { hostname: '127.0.0.1', port: Number(port), adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
    authOptions: {
        tokenMethod: 'bearer',
        requireVerification: false,
        superadminCredentials: { identifier: 'superadmin', password: 'superadmin-of-the-test-shop' },
        cookieOptions: { secret: 'only-in-memory' },
    },
    dbConnectionOptions: { type: 'sqljs', synchronize: true, autoSave: false, logging: false },
    // Vendure's own default taxes every order as at home, wherever it goes.
    taxOptions: { taxZoneStrategy: new AddressBasedTaxZoneStrategy() },
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    logger: new DefaultLogger({ level: LogLevel.Warn, timestamp: false }),
    plugins: url ? [OrdrebroPlugin.init({ url, secret })] : [],
};

bootstrap(config).then(
    app => {
        console.log('READY');
        process.stdin.resume().on('end', () => app.close().then(() => process.exit(0)));
    },
    failure => {
        console.error(failure);
        process.exit(1);
    },
);
