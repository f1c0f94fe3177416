package dk.ordrebro.database;

import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Points an application context at a fresh database. Equal only for the same test class, so that no two classes share a context: what one
 * leaves behind cannot reach the other.
 */
record OwnDatabaseCustomizer(Class<?> testClass) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        DatabaseAddress address = TestServer.get().create();
        TestPropertyValues.of(
                        "spring.datasource.url=" + address.url(),
                        "spring.datasource.username=" + address.user(),
                        "spring.datasource.password=" + address.password(),
                        "spring.datasource.hikari.minimum-idle=0",
                        "spring.datasource.hikari.connection-init-sql=" + TestServer.ODD_TIME_ZONE)
                .applyTo(context);
    }

    /** Found through {@link OwnDatabase}. */
    static final class Factory implements ContextCustomizerFactory {

        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            return new OwnDatabaseCustomizer(outermost(testClass));
        }

        private static Class<?> outermost(Class<?> type) {
            Class<?> host = type.getEnclosingClass();
            return host == null ? type : outermost(host);
        }
    }
}
