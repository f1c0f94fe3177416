'use strict';

const { createHmac } = require('node:crypto');
const {
    EventBus,
    FulfillmentStateTransitionEvent,
    Logger,
    OrderEvent,
    OrderPlacedEvent,
    OrderStateTransitionEvent,
    PluginCommonModule,
    RefundStateTransitionEvent,
    VendurePlugin,
} = require('@vendure/core');

const LOG = 'Ordrebro';
const TIMES = 3;
const FIRST_WAIT = 1000;
const LONGEST_CALL = 10_000;

/**
 * Tells Ordrebro that an order has changed: `{"orderId":"42","event":"…","at":"…"}`, signed with HMAC-SHA256 over the body.
 * It is a hint only; Ordrebro reads the order from the Admin API, and finds by itself what a lost hint did not tell.
 */
class OrdrebroPlugin {
    static options = { url: '', secret: '' };

    constructor(eventBus) {
        this.eventBus = eventBus;
    }

    /**
     * @param {{url: string, secret: string}} options both as Ordrebro's page for the shop shows them
     */
    static init(options) {
        OrdrebroPlugin.options = options;
        return OrdrebroPlugin;
    }

    onApplicationBootstrap() {
        const hear = (type, ordersOf) =>
            this.eventBus.ofType(type).subscribe(event => ordersOf(event).forEach(id => tell(id, type.name)));
        hear(OrderPlacedEvent, event => [event.order.id]);
        hear(OrderStateTransitionEvent, event => [event.order.id]);
        hear(OrderEvent, event => [event.order.id]);
        hear(RefundStateTransitionEvent, event => [event.order.id]);
        hear(FulfillmentStateTransitionEvent, event => (event.fulfillment.orders ?? []).map(order => order.id));
    }
}

/** Never lets a shop wait or fail because Ordrebro does not answer. */
async function tell(orderId, event) {
    const { url, secret } = OrdrebroPlugin.options;
    const body = JSON.stringify({ orderId: String(orderId), event, at: new Date().toISOString() });
    const signature = createHmac('sha256', secret).update(body).digest('base64');
    for (let time = 1; time <= TIMES; time++) {
        const problem = await post(url, body, signature);
        if (problem === undefined) {
            return;
        }
        Logger.warn(`Order ${orderId} was not told (${problem})`, LOG);
        await new Promise(go => setTimeout(go, FIRST_WAIT * 2 ** time));
    }
}

async function post(url, body, signature) {
    try {
        const answer = await fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-ordrebro-signature': signature },
            body,
            redirect: 'error',
            signal: AbortSignal.timeout(LONGEST_CALL),
        });
        return answer.ok ? undefined : `status ${answer.status}`;
    } catch (failure) {
        return String(failure.cause ?? failure);
    }
}

Reflect.defineMetadata('design:paramtypes', [EventBus], OrdrebroPlugin);
VendurePlugin({ imports: [PluginCommonModule], compatibility: '^3.0.0' })(OrdrebroPlugin);

module.exports = { OrdrebroPlugin };
