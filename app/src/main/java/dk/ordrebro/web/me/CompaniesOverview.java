package dk.ordrebro.web.me;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Cvr;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.totals.AtWork;
import dk.ordrebro.booking.totals.CompaniesAtWork;
import dk.ordrebro.proof.Night;
import dk.ordrebro.proof.Proof;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All companies of one person with what waits in each, those that need somebody first. */
@Component
class CompaniesOverview {

    private final Companies companies;
    private final CompaniesAtWork work;
    private final Proof proof;

    CompaniesOverview(Companies companies, CompaniesAtWork work, Proof proof) {
        this.companies = companies;
        this.work = work;
        this.proof = proof;
    }

    /**
     * One company of the list.
     *
     * @param cvr null where nobody has said it
     * @param night the last nightly proof, the worst of several; null before the first
     */
    record Row(
            SignedIn member,
            @Nullable Cvr cvr,
            AtWork work,
            @Nullable Night night) {

        boolean isNamed(String words) {
            return (member.companyName() + " " + cvr).toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
        }

        private boolean needsSomebody() {
            return work.trouble().isPresent() || (night != null && night.result() == Night.Result.DISAGREES);
        }
    }

    /**
     * Asks one question of each kind, however many companies there are.
     *
     * @param members the person's own memberships, nobody else's
     * @param words part of a name or a CVR number; empty for all
     */
    List<Row> of(List<SignedIn> members, String words) {
        List<CompanyId> ids = members.stream().map(SignedIn::company).toList();
        Map<CompanyId, Cvr> numbers = companies.numbers(ids);
        Map<CompanyId, AtWork> waiting = work.of(ids);
        Map<CompanyId, Night> nights = proof.nights(ids);
        return members.stream()
                .map(one -> new Row(
                        one,
                        numbers.get(one.company()),
                        waiting.getOrDefault(one.company(), AtWork.NOTHING),
                        nights.get(one.company())))
                .filter(row -> row.isNamed(words.strip()))
                .sorted(Comparator.comparing(Row::needsSomebody)
                        .thenComparing(row -> row.work().held().documents() > 0)
                        .reversed())
                .toList();
    }
}
