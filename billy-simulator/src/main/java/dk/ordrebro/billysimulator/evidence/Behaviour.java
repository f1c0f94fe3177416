package dk.ordrebro.billysimulator.evidence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One behaviour of Billy, written beside the code that imitates it. The page {@code docs/billy-simulator.md} is generated
 * from these.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.CONSTRUCTOR})
@Repeatable(Behaviours.class)
public @interface Behaviour {
    /** The behaviour in one sentence. */
    String value();

    Known known();

    /** Section of the API reference, for example {@code "2.1"}. */
    String where();

    /** Number of the open question in section 14 that this answers; 0 for none. */
    int question() default 0;
}
