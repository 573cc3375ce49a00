package io.playcaller.mapping;

import java.time.ZoneId;
import java.util.List;

/**
 * How the files of a folder become accounts, contracts and facts.
 *
 * @param name names the import: ids are derived from it, so it must stay
 * @param fileName the mapping's own file, for faults
 * @param currency of amounts
 * @param zone of dates and times that name none
 * @param dates the pattern of dates and times; a part in brackets may be missing
 * @param sections in the order in which they are delivered
 */
public record Mapping(
        String name, String fileName, String currency, ZoneId zone, String dates, List<Section> sections) {}
