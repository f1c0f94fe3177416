package dk.ordrebro.access;

/** Why a request was turned away although the person is signed in and the request is no forged one; the error page says it in words. */
public enum Refusal {
    /** The address names a company the person does not belong to, or none. Which of them is nobody's business. */
    NOT_YOURS,
    /** Something should be changed, and the address does not say for whom. */
    NO_COMPANY,
    /** The form stood on a page of another company. */
    OTHER_COMPANY;

    /** The attribute of the request that carries it. */
    public static final String ATTRIBUTE = Refusal.class.getName();
}
