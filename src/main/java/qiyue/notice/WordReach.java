package qiyue.notice;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
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
            "mailmergesource",
            "mailmergeheadersource",
            "extensibility",
            "usercustomization",
            "webextension",
            "webextensiontaskpanes");

    /** Where a picture or a page is, without a relationship that would say so. */
    private static final Set<String> PLACES = Set.of("src", "href", "althref");

    /** Where fields say what they do; of one that was deleted, which comes back once that is rejected, too. */
    private static final Set<String> INSTRUCTIONS = Set.of("instrText", "delInstrText");

    private static final Set<String> TEXTS = Set.of("t", "delText");

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
        if (part.isRelationshipPart()) {
            return Optional.empty();
        }
        for (PackageRelationship each : part.getRelationships()) {
            if (acts(each)) {
                return Optional.of(part.getPartName().getName() + " → " + each.getTargetURI());
            }
        }
        // title, author and days of the file are read as such, and are nothing else
        return type.endsWith("xml") && !(part instanceof PackagePropertiesPart) ? within(part) : Optional.empty();
    }

    private static boolean acts(PackageRelationship relationship) {
        String type = relationship.getRelationshipType();
        String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return ACTING.contains(kind)
                || relationship.getTargetMode() == TargetMode.EXTERNAL
                        && !(kind.equals("hyperlink")
                                && WordFields.page(relationship.getTargetURI().toString()));
    }

    /** Letters for many fetch from where their settings say; drawings of old name places themselves. */
    private static boolean reaches(String element, String attribute, String value) {
        return element.equals("mailMerge")
                || PLACES.contains(attribute)
                        && !value.isBlank()
                        && !(attribute.equals("href") && WordFields.page(value));
    }

    private static Optional<String> within(PackagePart part) throws IOException, XMLStreamException {
        String name = part.getPartName().getName();
        WordFields fields = new WordFields();
        try (InputStream in = part.getInputStream()) {
            XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
            String within = "";
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        within = xml.getLocalName();
                        fields.element(within);
                        if (reaches(within, "", "")) {
                            return Optional.of(name + ": " + within);
                        }
                        for (int i = 0; i < xml.getAttributeCount(); i++) {
                            String attribute = xml.getAttributeLocalName(i);
                            if (reaches(within, attribute, xml.getAttributeValue(i))) {
                                return Optional.of(name + " → " + xml.getAttributeValue(i));
                            }
                            if (within.equals("fldSimple") && attribute.equals("instr")) {
                                fields.whole(xml.getAttributeValue(i));
                            } else if (within.equals("fldChar") && attribute.equals("fldCharType")) {
                                fields.mark(xml.getAttributeValue(i));
                            }
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> within = "";
                    // not what a remark says
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        boolean instruction = INSTRUCTIONS.contains(within);
                        if (instruction || TEXTS.contains(within)) {
                            fields.text(xml.getText(), instruction);
                        }
                    }
                    default -> {
                        // nothing is said there
                    }
                }
            }
        }
        return fields.found().map(said -> name + ": " + said);
    }
}
