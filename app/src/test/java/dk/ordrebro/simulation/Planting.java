package dk.ordrebro.simulation;

import static java.util.Objects.requireNonNull;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.AccountingSystems;
import dk.ordrebro.accounting.CompanyFacts;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Terms;
import dk.ordrebro.accounting.billy.UnhurriedBilly;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingFilter;
import dk.ordrebro.booking.Bookings;
import dk.ordrebro.booking.edit.OrderEdits;
import dk.ordrebro.intake.HeldArrivals;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingPlatform;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.order.Handling;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts the storm and the planted mistakes around the product's own beans; the product has no switch for either. */
final class Planting implements BeanPostProcessor {

    private final Stage stage;
    private final BeanFactory beans;
    private final Map<InvoiceId, Invoice> made = MistakenSystem.memory();
    private final AtomicReference<@Nullable CompanyId> another = new AtomicReference<>();

    Planting(Stage stage, BeanFactory beans) {
        this.stage = stage;
        this.beans = beans;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case AccountingSystems _ -> new Systems(UnhurriedBilly.of(beans, Theatre.CLOCK::advance));
            case Handling handling -> around(handling, this::handling);
            case OrderEdits edits -> around(edits, Planting::edits);
            case HeldArrivals held -> around(held, Planting::arrivals);
            case Bookings bookings -> around(bookings, this::bookings);
            default -> bean;
        };
    }

    private static Object around(Object bean, MethodInterceptor interceptor) {
        if (bean instanceof Advised advised) {
            advised.addAdvice(0, interceptor);
            return bean;
        }
        ProxyFactory factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice(interceptor);
        return factory.getProxy();
    }

    private @Nullable Object handling(MethodInvocation call) throws Throwable {
        String method = call.getMethod().getName();
        if (Mistake.FORGET_TO_FREE_PIECES.isPlanted() && method.equals("concluded")) {
            return null;
        }
        if (Mistake.FORGET_A_RETURN.isPlanted()
                && method.equals("giveBack")
                && call.getArguments()[5] instanceof String) {
            // whoever asks for the shop makes nothing of the answer
            return null;
        }
        if (Mistake.FORGET_A_SHIPMENT.isPlanted()
                && method.equals("handleAll")
                && call.getArguments()[1] instanceof List<?> wholes
                && wholes.stream().allMatch(one -> one instanceof Handling.Whole whole && whole.shopKey() != null)) {
            return List.of();
        }
        return call.proceed();
    }

    private static @Nullable Object edits(MethodInvocation call) throws Throwable {
        if (Mistake.ASK_NOTHING_OF_EDITS.isPlanted()
                && call.getMethod().getName().equals("open")) {
            return List.of();
        }
        return call.proceed();
    }

    private static @Nullable Object arrivals(MethodInvocation call) throws Throwable {
        boolean asks =
                List.of("open", "page", "waiting").contains(call.getMethod().getName());
        return Mistake.COUNT_HELD_ARRIVALS_AS_FINE.isPlanted() && asks ? List.of() : call.proceed();
    }

    private @Nullable Object bookings(MethodInvocation call) throws Throwable {
        Object answer = call.proceed();
        boolean page = call.getMethod().getName().equals("page")
                && call.getArguments()[1] instanceof BookingFilter
                && answer instanceof List<?>;
        if (!page) {
            return answer;
        }
        CompanyId asked = (CompanyId) requireNonNull(call.getArguments()[0]);
        CompanyId other = another.getAndSet(asked);
        if (!Mistake.LEAK_A_COMPANY.isPlanted() || other == null || other.equals(asked)) {
            return answer;
        }
        List<Object> leaked = new ArrayList<>((List<?>) requireNonNull(answer));
        Bookings target = (Bookings) requireNonNull(call.getThis());
        List<Booking> others = target.page(other, BookingFilter.ALL, Optional.empty(), 1);
        leaked.addAll(others);
        return leaked;
    }

    private final class Systems implements AccountingSystems {

        private final AccountingSystems real;

        Systems(AccountingSystems real) {
            this.real = real;
        }

        @Override
        public AccountingSystem open(AccountingIntegration integration) {
            return new MistakenSystem(new StormySystem(real.open(integration), stage), made);
        }

        @Override
        public Terms terms(AccountingPlatform platform) {
            return real.terms(platform);
        }

        @Override
        public CompanyFacts tryKey(AccountingPlatform platform, URI baseUrl, Secret key) {
            return real.tryKey(platform, baseUrl, key);
        }
    }
}
