package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** What a field of a fact holds. A text that is none stays a text, for whoever reads the fact to refuse. */
public enum FieldType {
    TEXT {
        @Override
        JsonNode node(String text) {
            return TextNode.valueOf(text);
        }
    },
    INTEGER {
        @Override
        JsonNode node(String text) {
            try {
                return LongNode.valueOf(number(text).longValueExact());
            } catch (ArithmeticException | NumberFormatException e) {
                return TextNode.valueOf(text);
            }
        }
    },
    NUMBER {
        @Override
        JsonNode node(String text) {
            try {
                return DecimalNode.valueOf(number(text));
            } catch (NumberFormatException e) {
                return TextNode.valueOf(text);
            }
        }
    },
    BOOLEAN {
        @Override
        JsonNode node(String text) {
            return switch (text) {
                case "true" -> BooleanNode.TRUE;
                case "false" -> BooleanNode.FALSE;
                default -> TextNode.valueOf(text);
            };
        }
    },
    /** With a zone; tools write it with and without a colon. */
    TIME {
        @Override
        public boolean canBe(String text) {
            try {
                OffsetDateTime.parse(node(text).textValue());
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }

        @Override
        JsonNode node(String text) {
            try {
                return TextNode.valueOf(
                        OffsetDateTime.parse(text, WITHOUT_COLON).toInstant().toString());
            } catch (DateTimeException e) {
                return TextNode.valueOf(text);
            }
        }
    };

    private static final DateTimeFormatter WITHOUT_COLON = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHMM", "Z")
            .toFormatter();

    /** Characters of a number: the time that digits take to read grows with the square of their number. */
    private static final int LONGEST_NUMBER = 100;

    private static BigDecimal number(String text) {
        String digits = text.strip();
        if (digits.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("longer than a number may be");
        }
        return new BigDecimal(digits);
    }

    abstract JsonNode node(String text);

    /** Whether a text that the file gives can be one. */
    public boolean canBe(String text) {
        return this == TEXT || !node(text).isTextual();
    }

    /** For a fault of the file. */
    public String expected() {
        return switch (this) {
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case TIME -> "a time with zone, such as 2026-03-01T09:00:00Z";
            case TEXT -> "a text";
        };
    }
}
