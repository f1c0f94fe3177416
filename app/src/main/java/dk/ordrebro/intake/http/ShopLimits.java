package dk.ordrebro.intake.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long, how much and how often, for everything that has to do with shops.
 *
 * @param connectTimeout for a connection, TLS included
 * @param responseTimeout longest silence while an answer is awaited or read
 * @param callTimeout longest life of one call, whatever trickles in
 * @param maxAnswer largest answer we take
 * @param maxConnections of all shops together
 * @param maxConnectionsToOne to one host
 * @param maxWebhook largest webhook body we take
 * @param pollEvery how often a shop is asked what changed
 * @param overlap how far each question reaches back behind the newest change seen
 * @param checkWebhooksEvery how often we look whether a shop switched our webhooks off
 */
@ConfigurationProperties("ordrebro.shops")
public record ShopLimits(
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration responseTimeout,
        @DefaultValue("60s") Duration callTimeout,
        @DefaultValue("16MB") DataSize maxAnswer,
        @DefaultValue("200") int maxConnections,
        @DefaultValue("8") int maxConnectionsToOne,
        @DefaultValue("1MB") DataSize maxWebhook,
        @DefaultValue("2m") Duration pollEvery,
        @DefaultValue("5m") Duration overlap,
        @DefaultValue("30m") Duration checkWebhooksEvery) {}
