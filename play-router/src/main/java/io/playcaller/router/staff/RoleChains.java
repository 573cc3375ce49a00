package io.playcaller.router.staff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every role with who steps in for it, so that the roles of a small company all resolve. */
public final class RoleChains {

    /** The role that tends what nobody else takes. */
    public static final String CS_OPS = "cs-ops";

    /** The first role above a task. */
    public static final String TEAM_LEAD = "team-lead";

    private final Map<String, Role> roles;

    public RoleChains(Map<String, Role> roles) {
        this.roles = Map.copyOf(roles);
    }

    public boolean knows(String role) {
        return roles.containsKey(role);
    }

    public Role role(String key) {
        Role role = roles.get(key);
        if (role == null) {
            throw new IllegalArgumentException("no role " + key);
        }
        return role;
    }

    public Set<String> keys() {
        return roles.keySet();
    }

    /** {@code role}, then all that step in for it, nearest first, each once. Roles that nobody knows are left out. */
    public List<String> chain(String role) {
        Set<String> chain = new LinkedHashSet<>();
        follow(role, chain);
        return List.copyOf(chain);
    }

    private void follow(String key, Set<String> chain) {
        Role role = roles.get(key);
        if (role != null && chain.add(key)) {
            role.then().forEach(next -> follow(next, chain));
        }
    }

    /** The roles of a circle that {@code role} leads into, its first role repeated at the end; empty when there is none. */
    public Optional<List<String>> circle(String role) {
        return Optional.ofNullable(circle(role, new ArrayList<>()));
    }

    private @Nullable List<String> circle(String key, List<String> path) {
        int seen = path.indexOf(key);
        path.add(key);
        if (seen >= 0) {
            return List.copyOf(path.subList(seen, path.size()));
        }
        Role role = roles.get(key);
        for (String next : role == null ? List.<String>of() : role.then()) {
            List<String> found = circle(next, path);
            if (found != null) {
                return found;
            }
        }
        path.remove(path.size() - 1);
        return null;
    }
}
