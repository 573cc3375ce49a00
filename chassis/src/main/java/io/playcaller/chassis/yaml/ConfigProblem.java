package io.playcaller.chassis.yaml;

/**
 * One fault of a configuration file.
 *
 * @param line counted from 1
 * @param key path of the key, such as {@code plays[2].sla.accept}; empty for the file as a whole
 * @param message what is wrong
 * @param fix what to write instead; empty where there is no telling
 */
public record ConfigProblem(String file, int line, String key, String message, String fix) {

    /** {@code file:line key: what is wrong; fix}. */
    @Override
    public String toString() {
        String place = key.isEmpty() ? file + ":" + line : file + ":" + line + " " + key;
        return fix.isEmpty() ? place + ": " + message : place + ": " + message + "; " + fix;
    }
}
