package io.playcaller.router.staff;

import java.util.List;
import java.util.Map;

/**
 * How tools know somebody, and which of them tell them.
 *
 * @param identities id by name of the tool
 * @param toldBy names of the connectors that tell them; empty for all that are configured
 */
public record Contact(Map<String, String> identities, List<String> toldBy) {

    /** Known by their e-mail address alone, told by all. */
    public static final Contact BY_EMAIL = new Contact(Map.of(), List.of());

    public Contact {
        identities = Map.copyOf(identities);
        toldBy = List.copyOf(toldBy);
    }
}
