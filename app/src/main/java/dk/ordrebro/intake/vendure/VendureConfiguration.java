package dk.ordrebro.intake.vendure;

import dk.ordrebro.intake.OrderSource;
import dk.ordrebro.intake.http.ShopHttp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Vendure among the shops. */
@Configuration(proxyBeanMethods = false)
class VendureConfiguration {

    @Bean
    OrderSource vendureSource(ShopHttp http) {
        return new VendureSource(new VendureApi(http));
    }
}
