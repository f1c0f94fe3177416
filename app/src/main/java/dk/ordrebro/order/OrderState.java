package dk.ordrebro.order;

/** How far an order has been handled. */
public enum OrderState {
    OPEN,
    PARTLY_HANDLED,
    HANDLED
}
