package qiyue.law;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import qiyue.problem.Problems;

/** What must hold of the decision on any document. */
interface Law {
    /**
     * What breaks it, a line each; nothing where it holds or does not speak of this document. The same document gives the same answer, so that
     * a document that breaks it can be cut down.
     *
     * @throws Problems where the document, or what the law makes of it, is not taken by the reader: then it does not speak of it
     */
    List<String> broken(ObjectNode document) throws Problems;
}
