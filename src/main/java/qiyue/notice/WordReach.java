package qiyue.notice;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.XMLHelper;

/**
 * What a Word file reaches for beside itself once somebody opens it: programs within it, files and pages elsewhere, fields that
 * run or fetch. A paper made from a template would carry that to whoever it is served on.
 */
final class WordReach {
    /** The last word of the kind of a relationship. */
    private static final Set<String> ACTING = Set.of(
            "vbaproject",
            "wordvbadata",
            "oleobject",
            "package",
            "control",
            "activexcontrolbinary",
            "afchunk",
            "subdocument",
            "attachedtemplate",
            "attachedtoolbars",
            "keymapcustomizations",
            "frame",
            "mailmergesource");

    /** What begins the fields that run or fetch, or write others; of those that only look like one, the harmless are taken out first. */
    private static final Pattern FIELDS =
            Pattern.compile("DDE|INCLUDE|IMPORT|LINK|EMBED|DATABASE|BUTTON|QUOTE|PRINT|AUTOTEXT|SHAPE|FILLIN|ASK");

    private static final Pattern HARMLESS = Pattern.compile("HYPERLINK|PRINTDATE");

    /** Where fields say what they do; of one that was deleted, which comes back once that is rejected, too. */
    private static final Set<String> INSTRUCTIONS = Set.of("instrText", "delInstrText");

    private WordReach() {}

    /** The first of such things in the file, as the file calls it; nothing if it reaches for nothing. */
    static Optional<String> of(OPCPackage file) throws IOException {
        try {
            for (PackageRelationship each : file.getRelationships()) {
                if (acts(each)) {
                    return Optional.of(each.getRelationshipType());
                }
            }
            for (PackagePart part : file.getParts()) {
                Optional<String> found = of(part);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        } catch (InvalidFormatException | XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static Optional<String> of(PackagePart part)
            throws IOException, InvalidFormatException, XMLStreamException {
        String type = part.getContentType().toLowerCase(Locale.ROOT);
        if (type.contains("macro") || type.contains("vba") || type.contains("activex") || type.contains("oleobject")) {
            return Optional.of(part.getPartName().getName());
        }
        if (!part.isRelationshipPart()) {
            for (PackageRelationship each : part.getRelationships()) {
                if (acts(each)) {
                    return Optional.of(part.getPartName().getName() + " → " + each.getTargetURI());
                }
            }
        }
        return type.contains("wordprocessingml") && type.endsWith("+xml") ? field(part) : Optional.empty();
    }

    private static boolean acts(PackageRelationship relationship) {
        String type = relationship.getRelationshipType();
        String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return ACTING.contains(kind)
                || relationship.getTargetMode() == TargetMode.EXTERNAL
                        && !(kind.equals("hyperlink")
                                && List.of("http", "https", "mailto")
                                        .contains(String.valueOf(relationship
                                                        .getTargetURI()
                                                        .getScheme())
                                                .toLowerCase(Locale.ROOT)));
    }

    /** A field may be written in pieces, and in other fields: what all of them say together is looked at. */
    private static Optional<String> field(PackagePart part) throws IOException, XMLStreamException {
        StringBuilder said = new StringBuilder();
        try (InputStream in = part.getInputStream()) {
            XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
            boolean within = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    within = INSTRUCTIONS.contains(xml.getLocalName());
                    for (int i = 0; xml.getLocalName().equals("fldSimple") && i < xml.getAttributeCount(); i++) {
                        said.append(' ').append(xml.getAttributeValue(i));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    within = false;
                } else if (within && xml.hasText()) {
                    said.append(xml.getText());
                }
            }
        }
        String words = said.toString().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        boolean found = FIELDS.matcher(HARMLESS.matcher(words).replaceAll("")).find();
        return found
                ? Optional.of(
                        part.getPartName().getName() + ": " + said.toString().strip())
                : Optional.empty();
    }
}
