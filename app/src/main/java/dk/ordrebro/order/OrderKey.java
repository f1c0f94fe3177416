package dk.ordrebro.order;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.integration.OrderIntegrationId;

/**
 * What makes an order the same order: the order integration and the shop's own id.
 *
 * @param shopOrderId the id the shop never reuses, which need not be the number its customers see
 */
public record OrderKey(CompanyId company, OrderIntegrationId integration, String shopOrderId) {}
