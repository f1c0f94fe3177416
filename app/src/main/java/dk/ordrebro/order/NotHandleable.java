package dk.ordrebro.order;

/** What was asked for cannot be delivered or returned; the message says which line and what is left of it. */
public final class NotHandleable extends RuntimeException {

    public NotHandleable(OrderId order, String why) {
        super("Order " + order + ": " + why);
    }
}
