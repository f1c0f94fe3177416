package dk.ordrebro.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextCustomizerFactories;

/** Beside {@code @SpringBootTest} or a test slice: the application runs on a fresh, migrated database of this test class. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ContextCustomizerFactories(OwnDatabaseCustomizer.Factory.class)
public @interface OwnDatabase {}
