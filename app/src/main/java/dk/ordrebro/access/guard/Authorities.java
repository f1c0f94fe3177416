package dk.ordrebro.access.guard;

import dk.ordrebro.access.Permission;
import dk.ordrebro.access.Role;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A role's permissions as Spring Security takes them. */
public final class Authorities {

    private Authorities() {}

    public static List<SimpleGrantedAuthority> of(Role role) {
        return Stream.of(Permission.values())
                .filter(role::may)
                .map(permission -> new SimpleGrantedAuthority(permission.name()))
                .toList();
    }
}
