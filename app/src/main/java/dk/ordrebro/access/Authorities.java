package dk.ordrebro.access;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A role's permissions as Spring Security takes them. */
final class Authorities {

    private Authorities() {}

    static List<SimpleGrantedAuthority> of(Role role) {
        return Stream.of(Permission.values())
                .filter(role::may)
                .map(permission -> new SimpleGrantedAuthority(permission.name()))
                .toList();
    }
}
