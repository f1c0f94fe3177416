package dk.ordrebro.web.settings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Permission;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.web.Said;
import dk.ordrebro.web.SignedInAs;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.Map;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody signed in at a browser. */
record Browser(MockMvcTester mvc, CompanyId company, Role role) {

    static final String WHO = "ejer@butik.example";

    static Browser owner(MockMvcTester mvc, CompanyId company) {
        return new Browser(mvc, company, Role.OWNER);
    }

    Browser as(Role other) {
        return new Browser(mvc, company, other);
    }

    private RequestPostProcessor signedIn() {
        RequestPostProcessor signedIn = authentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(company, "Nordlys Te", null, WHO, role),
                null,
                Arrays.stream(Permission.values())
                        .filter(role::may)
                        .map(permission -> new SimpleGrantedAuthority(permission.name()))
                        .toList()));
        return request -> SignedInAs.in(company).postProcessRequest(signedIn.postProcessRequest(request));
    }

    MvcTestResult get(String path) {
        return mvc.get().uri(path).with(signedIn()).exchange();
    }

    /** The page as text, after making sure that it was shown. */
    String page(String path) {
        return body(get(path));
    }

    MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(signedIn()).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    /** Posts a form that is answered by another page, and gives back what that page will say. */
    Said said(String path, Map<String, String> form) {
        MvcTestResult answer = post(path, form);
        assertThat(answer).hasStatus3xxRedirection();
        return (Said) requireNonNull(answer.getMvcResult().getFlashMap().get("said"));
    }

    static String body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
