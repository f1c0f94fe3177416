package dk.ordrebro.booking.list;

import dk.ordrebro.order.list.OrderSearch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class BookingListConfiguration {

    @Bean
    BookingList bookingList(JdbcClient jdbc, OrderSearch search) {
        return new JdbcBookingList(jdbc, search);
    }
}
