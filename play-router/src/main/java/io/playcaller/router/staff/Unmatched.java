package io.playcaller.router.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who gets work and has no id in a tool in which others have one: what is sent to them there would fail, unless the
 * tool finds them by their e-mail address.
 */
public record Unmatched(StaffMember person, String tool) {

    /** All of them, by staff id and tool. */
    public static List<Unmatched> in(Directory directory, Instant now) {
        Set<String> tools = new TreeSet<>();
        directory.people().forEach(person -> tools.addAll(person.contact().tools()));
        List<Unmatched> found = new ArrayList<>();
        for (StaffMember person : directory.people()) {
            for (String tool : tools) {
                if (getsWork(person, now)
                        && person.isToldBy(tool)
                        && person.identityIn(tool).isEmpty()) {
                    found.add(new Unmatched(person, tool));
                }
            }
        }
        return found;
    }

    private static boolean getsWork(StaffMember person, Instant now) {
        return !person.hasLeft(now)
                && (!person.roles().isEmpty() || !person.pools().isEmpty());
    }
}
