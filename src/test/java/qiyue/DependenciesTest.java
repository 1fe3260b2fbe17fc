package qiyue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every library the program asks for is one that docs/dependencies.md gives a reason for. */
class DependenciesTest {
    @Test
    void everyDirectDependencyHasItsReason() throws Exception {
        String page = Files.readString(Path.of("docs/dependencies.md"));
        List<String> direct = direct();
        assertThat(direct).contains("drools-core", "picocli", "junit-jupiter");
        assertThat(direct).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    private static List<String> direct() throws Exception {
        Document pom = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        List<String> names = new ArrayList<>();
        NodeList all = pom.getElementsByTagName("dependency");
        for (int i = 0; i < all.getLength(); i++) {
            Element dependency = (Element) all.item(i);
            Element list = (Element) dependency.getParentNode();
            if (list.getParentNode().getNodeName().equals("project")) {
                names.add(dependency.getElementsByTagName("artifactId").item(0).getTextContent());
            }
        }
        return names;
    }
}
