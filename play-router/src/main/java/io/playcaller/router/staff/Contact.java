package io.playcaller.router.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How tools know somebody, and which of them tell them.
 *
 * @param identities id by name of the tool; under {@link #LOGIN} the name that tokens give them, where it is neither their staff id
 *     nor their e-mail address
 * @param toldBy names of the connectors that tell them; empty for all that are configured
 */
public record Contact(Map<String, String> identities, List<String> toldBy) {

    /** Stands among the tools, and is none: whoever issues tokens. */
    public static final String LOGIN = "login";

    /** Known by their e-mail address alone, told by all. */
    public static final Contact BY_EMAIL = new Contact(Map.of(), List.of());

    public Contact {
        identities = Map.copyOf(identities);
        toldBy = List.copyOf(toldBy);
    }

    /** The name that tokens give them, where it is stated. */
    public Optional<String> login() {
        return Optional.ofNullable(identities.get(LOGIN));
    }

    /** Tools in which an id of theirs is stated. */
    Set<String> tools() {
        return identities.keySet().stream().filter(tool -> !tool.equals(LOGIN)).collect(Collectors.toUnmodifiableSet());
    }
}
