package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.Terms;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where new integrations with Billy are made. Set by whoever runs the program and never typed on a page, so that no page can be used to
 * reach into the network around it.
 *
 * @param baseUrl root of Billy's API, without a trailing slash; a simulator in a demonstration
 * @param inFlight how many calls to one company may be under way at once
 */
@ConfigurationProperties("ordrebro.new-billy")
record NewBilly(
        @DefaultValue("https://api.billysbilling.com/v2") URI baseUrl,
        @DefaultValue("4") int inFlight) {

    Terms terms() {
        return new Terms(baseUrl, inFlight);
    }
}
