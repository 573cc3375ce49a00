package io.playcaller.router.delivery.mail;

import io.playcaller.router.delivery.mail.ActionLink.Act;
import io.playcaller.router.staff.StaffMember;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * For whom a letter is written, and when.
 *
 * @param zone in which they read times
 * @param links empty where none are configured: then nothing in the letter acts
 * @param now real time, from which links last
 */
public record Reader(StaffMember person, ZoneId zone, Optional<Links> links, Instant now) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm zzz", Locale.ENGLISH);

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** What they can do to a task by following a link, in order. */
    Map<Act, String> acts(UUID taskId, boolean accepted) {
        Map<Act, String> acts = new LinkedHashMap<>();
        links.ifPresent(addresses -> {
            for (Act act : Act.values()) {
                if (act != Act.ACKNOWLEDGE || !accepted) {
                    acts.put(act, addresses.address(taskId, act, person.staffId(), now));
                }
            }
        });
        return acts;
    }
}
