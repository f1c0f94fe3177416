package dk.ordrebro.command.demo;

import dk.ordrebro.access.Company;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.OrderIntegration;

/** A company whose four steps are done. */
public record DemoCompany(Company company, AccountingIntegration accounting, OrderIntegration shop) {}
