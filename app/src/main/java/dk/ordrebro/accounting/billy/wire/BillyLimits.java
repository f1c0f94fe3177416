package dk.ordrebro.accounting.billy.wire;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long and how much, for calls to Billy.
 *
 * @param connectTimeout for a connection, TLS included
 * @param responseTimeout longest silence while an answer is awaited or read
 * @param sendWithin a document that has not left by then, counted from when we were asked for it, is not sent; with {@code callTimeout} it keeps the
 *     promise of {@link dk.ordrebro.accounting.AccountingSystem#create} that nothing is under way after a minute
 * @param callTimeout longest life of one call, whatever trickles in
 * @param turnTimeout longest wait for one of the company's places in flight
 * @param maxAnswer largest answer we take
 * @param maxConnections of all companies together
 * @param chartAge when a chart is read again
 */
@ConfigurationProperties("ordrebro.billy")
public record BillyLimits(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration responseTimeout,
        @DefaultValue("20s") Duration sendWithin,
        @DefaultValue("40s") Duration callTimeout,
        @DefaultValue("120s") Duration turnTimeout,
        @DefaultValue("16MB") DataSize maxAnswer,
        @DefaultValue("400") int maxConnections,
        @DefaultValue("15m") Duration chartAge) {}
