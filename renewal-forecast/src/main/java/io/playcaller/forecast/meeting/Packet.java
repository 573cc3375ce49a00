package io.playcaller.forecast.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a meeting is about.
 *
 * @param since day of the meeting before: of the last one that decided anything, else of the regular one
 * @param decided by this meeting
 * @param open decisions of earlier meetings of the kind that are not done, those due first at the top
 */
public record Packet(
        String kind,
        LocalDate day,
        LocalDate since,
        Instant madeAt,
        List<Section> sections,
        List<Decision> decided,
        List<Decision> open) {

    public Packet {
        sections = List.copyOf(sections);
        decided = List.copyOf(decided);
        open = List.copyOf(open);
    }
}
