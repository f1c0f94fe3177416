package dk.ordrebro.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.GivenAccess;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.SettingsChanged;
import dk.ordrebro.access.SignedIn;
import org.junit.jupiter.api.Test;

class ApiTokensTests {

    private final GivenAccess given = new GivenAccess();
    private final ApiTokens tokens = given.tokens;
    private final CompanyId company = given.companies.create("Butik").id();

    @Test
    void standsForItsCompanyAndRole() {
        var issued = tokens.create(company, "Lager", Role.WAREHOUSE, "bo@butik.example");

        assertThat(tokens.verify(issued.bearer()))
                .contains(new SignedIn(company, "Butik", null, "API: Lager", Role.WAREHOUSE));
    }

    @Test
    void keepsNoSecret() {
        var issued = tokens.create(company, "Lager", Role.WAREHOUSE, "bo@butik.example");

        String row = given.jdbc
                .sql("select api_token::text from api_token where company_id = :company")
                .param("company", company.value())
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain(BearerToken.parse(issued.bearer()).orElseThrow().secret());
        assertThat(issued.toString()).doesNotContain(issued.bearer());
    }

    @Test
    void refusesWhatIsNoTokenOfOurs() {
        var issued = tokens.create(company, "Lager", Role.WAREHOUSE, "bo@butik.example");
        var token = BearerToken.parse(issued.bearer()).orElseThrow();
        var elsewhere = given.companies.create("En anden").id();

        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify("ordrebro_ikke-base64!")).isEmpty();
        assertThat(tokens.verify(issued.bearer().substring(0, 40))).isEmpty();
        assertThat(tokens.verify(new BearerToken(company, token.id(), "00".repeat(32)).text()))
                .isEmpty();
        assertThat(tokens.verify(new BearerToken(elsewhere, token.id(), token.secret()).text()))
                .isEmpty();
    }

    @Test
    void endsForGoodWhenRevoked() {
        var issued = tokens.create(company, "Lager", Role.WAREHOUSE, "bo@butik.example");

        tokens.revoke(company, issued.token().id(), "bo@butik.example");

        assertThat(tokens.verify(issued.bearer())).isEmpty();
        assertThat(tokens.all(company))
                .singleElement()
                .satisfies(token -> assertThat(token.revokedAt()).isEqualTo(GivenAccess.NOON));
        assertThat(given.events)
                .extracting(event -> ((SettingsChanged) event).verb())
                .containsExactly("created", "revoked");
    }

    @Test
    void isNotRevokedByAnotherCompany() {
        var issued = tokens.create(company, "Lager", Role.WAREHOUSE, "bo@butik.example");

        tokens.revoke(given.companies.create("En anden").id(), issued.token().id(), "nogen");

        assertThat(tokens.verify(issued.bearer())).isPresent();
    }
}
