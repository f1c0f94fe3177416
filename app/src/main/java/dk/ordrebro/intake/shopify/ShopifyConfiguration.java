package dk.ordrebro.intake.shopify;

import dk.ordrebro.intake.OrderSource;
import dk.ordrebro.intake.http.ShopHttp;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shopify among the shops. */
@Configuration(proxyBeanMethods = false)
class ShopifyConfiguration {

    @Bean
    OrderSource shopifyShop(ShopHttp http, Clock clock) {
        return new ShopifyShop(new ShopifyCalls(http, new ShopifyTokens(http, clock)));
    }
}
