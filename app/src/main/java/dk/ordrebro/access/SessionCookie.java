package dk.ordrebro.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** The session's cookie: out of reach of scripts and of other sites' forms, said here and not left to what the server defaults to. */
@Configuration(proxyBeanMethods = false)
class SessionCookie {

    static final String NAME = "ordrebro-session";

    /**
     * @param secureOnly true where people come over TLS but the program behind the proxy cannot see it;
     *     otherwise the cookie is secure whenever the request is
     */
    @Bean
    CookieSerializer cookieSerializer(@Value("${ordrebro.secure-cookies:false}") boolean secureOnly) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(NAME);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        if (secureOnly) {
            cookie.setUseSecureCookie(true);
        }
        return cookie;
    }
}
