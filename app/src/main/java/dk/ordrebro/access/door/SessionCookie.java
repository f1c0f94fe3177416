package dk.ordrebro.access.door;

import dk.ordrebro.access.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The session's cookie: out of reach of scripts and of other sites' forms, said here and not left to what the server defaults to. */
@Configuration(proxyBeanMethods = false)
class SessionCookie {

    static final String NAME = "ordrebro-session";

    /** Browsers take a cookie of this name only over TLS, for this host alone and for all of it. */
    static final String SECURE_NAME = "__Host-" + NAME;

    /**
     * @param secureOnly true where people come over TLS but the program behind the proxy cannot see it; an address of the installation
     *     that begins with https says the same. Otherwise the cookie is secure whenever the request is
     */
    @Bean
    CookieSerializer cookieSerializer(
            @Value("${ordrebro.secure-cookies:false}") boolean secureOnly, PublicAddress address) {
        boolean secure = secureOnly || address.isSecure();
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(secure ? SECURE_NAME : NAME);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        if (secure) {
            cookie.setUseSecureCookie(true);
        }
        return cookie;
    }
}
