package dk.ordrebro.intake.round;

import dk.ordrebro.access.Ids;
import dk.ordrebro.intake.OrderSource;
import dk.ordrebro.intake.OrderSources;
import dk.ordrebro.intake.http.ShopHttp;
import dk.ordrebro.intake.http.ShopLimits;
import dk.ordrebro.intake.http.Turns;
import dk.ordrebro.intake.refund.GivingBack;
import dk.ordrebro.intake.refund.JdbcOpenRefunds;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OutsideAddresses;
import dk.ordrebro.integration.ShopConnections;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.Orders;
import dk.ordrebro.work.Beat;
import dk.ordrebro.work.GroupWriter;
import dk.ordrebro.work.Workers;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The way in for all shops: their door, their rounds and what those stand on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShopLimits.class)
class IntakeConfiguration {

    private static final Duration FORGET = Duration.ofMinutes(10);
    private static final Beat BEAT =
            new Beat(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(30), 50);

    @Bean
    OrderSources orderSources(List<OrderSource> all) {
        return new OrderSources(all);
    }

    @Bean(destroyMethod = "close")
    ShopHttp shopHttp(ShopLimits limits, OutsideAddresses outside, Clock clock) {
        return new ShopHttp(limits, outside, clock, new Turns(clock, Thread::sleep));
    }

    @Bean
    Rota rota(JdbcClient jdbc, Clock clock) {
        return new Rota(jdbc, clock);
    }

    @Bean
    Webhooks webhooks(JdbcClient jdbc, Ids ids, Clock clock, Rota rota) {
        return new Webhooks(jdbc, ids, clock, rota);
    }

    @Bean(destroyMethod = "close")
    GroupWriter<Webhooks.Received> webhookRecorder(Webhooks webhooks) {
        return new GroupWriter<>("webhook-recorder", webhooks::keep);
    }

    @Bean
    Keys webhookKeys(OrderIntegrations integrations, ShopConnections connections, OrderSources sources, Clock clock) {
        return new Keys(integrations, connections, sources, clock);
    }

    /** @param publicUrl where the world reaches this program; empty, and shops are only polled */
    @Bean
    JdbcFeeds feeds(
            JdbcClient jdbc,
            Clock clock,
            Rota rota,
            Webhooks webhooks,
            @Value("${ordrebro.public-url:${ordrebro.url:}}") String publicUrl) {
        return new JdbcFeeds(jdbc, clock, rota, webhooks, publicUrl.isBlank() ? null : URI.create(publicUrl));
    }

    @Bean
    Arrivals arrivals(JdbcClient jdbc, Clock clock) {
        return new Arrivals(jdbc, clock);
    }

    @Bean
    JdbcHeldArrivals heldArrivals(
            JdbcClient jdbc, Ids ids, Clock clock, Arrivals arrivals, Rota rota, ApplicationEventPublisher events) {
        return new JdbcHeldArrivals(jdbc, ids, clock, arrivals, rota, events);
    }

    @Bean
    JdbcOpenRefunds openRefunds(
            JdbcClient jdbc, Orders orders, Handling handling, Ids ids, ApplicationEventPublisher events, Clock clock) {
        return new JdbcOpenRefunds(jdbc, new GivingBack(orders, handling), ids, events, clock);
    }

    @Bean
    Deliveries shopDeliveries(Orders orders, Handling handling, JdbcOpenRefunds refunds, Clock clock) {
        return new Deliveries(orders, handling, refunds, clock);
    }

    @Bean
    Rounds rounds(
            OrderIntegrations integrations,
            ShopConnections connections,
            OrderSources sources,
            JdbcFeeds feeds,
            Webhooks webhooks,
            Arrivals arrivals,
            JdbcHeldArrivals held,
            Orders orders,
            Deliveries deliveries,
            ShopLimits limits,
            Clock clock) {
        TakingIn takingIn = new TakingIn(orders, deliveries, held);
        return new Rounds(
                integrations,
                connections,
                sources,
                new Rounds.RoundTools(feeds, webhooks, arrivals, held, takingIn, limits, Patience.USUAL, clock));
    }

    /** Tests that make rounds by hand switch the workers off. A round made again harms nothing. */
    @Bean
    @ConditionalOnProperty(name = "ordrebro.drains", havingValue = "on", matchIfMissing = true)
    Workers roundWorkers(DataSource dataSource, Rounds rounds, Rota rota, Webhooks webhooks, Arrivals arrivals) {
        return new Workers(dataSource, rota.schedule(), BEAT, shop -> rounds.run(Rota.shop(shop)), rota::sweep)
                .alsoEvery(FORGET, "forget", () -> {
                    webhooks.forgetOld();
                    arrivals.forgetHeard();
                });
    }

    /** Before every other filter. */
    @Bean
    FilterRegistrationBean<RawBodies> rawBodies() {
        FilterRegistrationBean<RawBodies> filter = new FilterRegistrationBean<>(new RawBodies());
        filter.addUrlPatterns("/in/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** The door of the shops: no session, no cookie; each webhook proves itself by its signature. */
    @Bean
    @Order(0)
    SecurityFilterChain shopDoorChain(HttpSecurity http) {
        return http.securityMatcher("/in/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
