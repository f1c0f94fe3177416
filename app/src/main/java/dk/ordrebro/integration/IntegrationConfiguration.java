package dk.ordrebro.integration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the key to the secrets comes from: ORDREBRO_KEY, or else the key file. */
@Configuration(proxyBeanMethods = false)
class IntegrationConfiguration {

    /**
     * @param key the key itself, in base64; empty to use the file
     * @param file made at the first start; it must be kept as safe as the database's backup, and apart from it
     */
    @Bean
    Seal seal(
            @Value("${ordrebro.key:}") String key,
            @Value("${ordrebro.key-file:${ordrebro.data-folder:data}/ordrebro.key}") Path file,
            JdbcClient jdbc,
            SecureRandom random) {
        return new Seal(key.isBlank() ? fromFile(file, jdbc, random) : KeyFile.parse(key, "ORDREBRO_KEY"), random);
    }

    /** @param allowPrivate whether URLs that users give may lead into the network the program runs in */
    @Bean
    OutsideAddresses outsideAddresses(@Value("${ordrebro.allow-private-addresses:false}") boolean allowPrivate) {
        return new OutsideAddresses(allowPrivate);
    }

    private static SecretKey fromFile(Path file, JdbcClient jdbc, SecureRandom random) {
        if (Files.notExists(file)) {
            refuseIfSecretsAreSealed(file, jdbc);
            KeyFile.make(file, random);
        }
        return KeyFile.read(file);
    }

    /** A new key beside old secrets would only move the failure to the first booking. */
    private static void refuseIfSecretsAreSealed(Path file, JdbcClient jdbc) {
        boolean sealed = jdbc.sql(
                        "select exists (select from accounting_integration) or exists (select from shop_connection)")
                .query(Boolean.class)
                .single();
        if (sealed) {
            throw new UnusableKey(
                    "The key file " + file + " is missing, and the database holds keys sealed with it: put it back, "
                            + "or set ORDREBRO_KEY",
                    null);
        }
    }
}
