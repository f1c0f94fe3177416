package dk.ordrebro.alarm;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Role;
import dk.ordrebro.access.User;
import java.util.List;
import java.util.Set;

/** What a company wants to be told of, and what it was told of. */
public interface Alarms {

    AlarmSettings settings(CompanyId company);

    void save(CompanyId company, AlarmSettings settings, String who);

    /** Everybody who belongs to the company and what they are told of; until somebody says otherwise that is everything for owners and bookkeepers. */
    List<Reader> readers(CompanyId company);

    /** Replaces what one person is told of. */
    void want(CompanyId company, User user, Set<Trouble> troubles, String who);

    /** What people were told of and what is not over, longest first. */
    List<OpenAlarm> open(CompanyId company);

    /** Somebody who gets letters. */
    record Reader(User user, Role role, Set<Trouble> troubles) {

        public Reader {
            troubles = Set.copyOf(troubles);
        }

        public boolean wants(Trouble trouble) {
            return troubles.contains(trouble);
        }
    }
}
