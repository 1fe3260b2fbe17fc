package qiyue.rulebook;

import static qiyue.rulebook.Edits.FILE;
import static qiyue.rulebook.Edits.bytes;
import static qiyue.rulebook.Edits.lines;
import static qiyue.rulebook.Edits.rule;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import qiyue.rulebook.Edits.Edit;

/**
 * Rules by a hostile hand. Each is a sound rule but for the one thing it is about, so that nothing else can be what it is refused
 * for: another fact is bound to the first, and what may be suspected is passed on.
 */
final class RuleEdits {
    private static final String HEAD = "package testland.rules2025\n\nimport qiyue.fact.*\n\n";
    private static final String FIRST = "    $f : Finding( conduct == \"split-stay\" )\n";
    private static final String WHEN = "rule \"1.1 x\"\nwhen\n" + FIRST;
    private static final String OK = "    insertLogical( Breach.of( \"1.1\", $f ) );\n";

    private RuleEdits() {}

    static void all(Map<String, Edit> all) {
        conditions(all);
        besideAnother(all);
        conclusions(all);
        heads(all);
        files(all);
    }

    /** The one condition of a rule. */
    private static void conditions(Map<String, Edit> all) {
        for (String line : List.of(
                "$f : Finding( conduct == \"split-stay\" ) @Watch( !* )",
                "$f : Finding( conduct == \"split-stay\" ) over window:length( 2 )",
                "$f : Finding#Charge( conduct == \"split-stay\" )",
                "$f : Finding( conduct == \"split-stay\", money!.amount > 1 )",
                "$f : /findings[ conduct == \"split-stay\" ]",
                "$f : Finding( conduct == \"split-stay\", count > 10L )",
                "$f : Finding( conduct in ( ) )",
                "$f : Finding( conduct str[startsWith] \"split\" )",
                "$f : Finding( conduct == \"split-stay\", this after[1d] this )",
                "$f : Finding( conduct == \"split-stay\", date > \"0000-00-00\" )",
                "$f : Finding( conduct == \"split-stay\", date < \"9999-12-31\" )",
                "$f : Finding( conduct == \"split-stay\", answers[\"serious\"] == \"yes\" )",
                "$f : Finding( conduct == \"split-stay\", with( x = 1 ) )",
                "$f : Finding( conduct == \"split-stay\", people.size > 1 )",
                "$f : Finding( conduct == \"split-stay\", id[0] == 'x' )",
                "$f : Finding( conduct == \"\"\"split-stay\"\"\" )",
                "$f : Finding( \\u0063onduct == \"split-stay\" )",
                "$f : Finding( conduct == \"split\\u002dstay\" )",
                "$f : Finding( conduct == \"split-stay\\u000a\" )",
                "$f : Finding( conduct == \"\\163plit-stay\" )",
                "$f : Finding( conduct == \"split-stay\" ) ; exists Finding( id == $f.id, status == \"confirmed\" )",
                "$f : ( Finding( conduct == \"split-stay\" ) or Finding( conduct == \"bed-hanging\" ) )",
                "( $f : Finding( conduct == \"split-stay\" ) or $f : Finding( conduct == \"bed-hanging\" ) )",
                "$f : Finding( conduct == \"split-stay\" ) ?",
                "$f := Finding( conduct == \"split-stay\" )",
                "$f : qiyue.fact.Finding( conduct == \"split-stay\" )",
                "$f : Finding( conduct == \"split-stay\", count > 2147483648 )",
                "$f : Finding( conduct == \"split-stay\", count > 9999999999999999 )",
                "$f : Finding( conduct == \"split-stay\", money.amount > 99999999999999999 )",
                "$f : Finding( conduct == \"split-stay\", money.amount > 1e308 )",
                "$f : Finding( conduct == \"split-stay\", money.amount > -1 )",
                "$f : Finding( conduct == \"split-stay\", money.amount > NaN )",
                "$f : Finding( conduct == \"split-stay\", money.amount > Double.MAX_VALUE )",
                "$f : Finding( conduct == \"split-stay\", money.amount > 1_000 )",
                "$f : Finding( conduct == \"split-stay\", money.amount > 1B )",
                "$f : Finding( conduct == \"split-stay\", money.amount > \u0663 )",
                "$f : Finding( conduct == \"split-stay\", count > 00001 )",
                "$f : Finding( conduct == \"split-stay\", null == null )",
                "$f : Finding( conduct == \"split-stay\", stay == null )",
                "$f : Finding( conduct == \"split-stay\", true )",
                "$f : Finding( conduct == \"split-stay\", eval( true ) )",
                "$f : Finding( conduct == \"split-stay\", this instanceof Object )",
                "$f : Finding( conduct == \"split-stay\", $x : this )",
                "$f : Finding( conduct soundslike \"split-stay\" )",
                "$f : Finding( conduct memberOf people )",
                "$f : Finding( conduct == \"split-stay\", id contains \"${java:os}\" )",
                "$f : Finding( conduct == \"split-stay\", id matches \"(a+)+$\" )",
                "$f : Finding( conduct == \"split-stay\", id not matches \".*\" )",
                "$f : Finding( conduct == \"split-stay\" || conduct == \"bed-hanging\" )",
                "$f : Finding( conduct == \"split-stay\", count == 1 && ( eval( true ) ) )",
                "$f : Finding( conduct == ( \"split\" + \"-stay\" ) )",
                "$f : Finding( conduct == split-stay )",
                "$f : Finding( conduct == \"split-stay\", date == date )",
                "$f : Finding( conduct == \"split-stay\", date.getClass() != null )",
                "$f : Finding( conduct == \"split-stay\", money.amount.toString() == \"1\" )",
                "$f : Finding( conduct == \"split-stay\", department == \"骨科\" )",
                "$f : Finding( conduct == \"\uff53plit-stay\" )",
                "$f : Finding( conduct == \"split\u2010stay\" )",
                "$f : Finding( conduct == \"split-stay\u00ad\" )",
                "$f : Finding( conduct == \"split-stay\" ) // \u202e",
                "$f : Finding( conduct == \"split-stay\" ) /* x */",
                "$f : Finding( conduct == \"split-stay\" ) // \0",
                "$f : Finding( conduct == \"split-stay\" ) from entry-point x",
                "$f : Finding( conduct == \"split-stay\" ) from $f.records",
                "$f : Finding( conduct == \"split-stay\" ) <- x",
                "query hostile() $f : Finding( conduct == \"split-stay\" ) end")) {
            rule(all, "when " + line, HEAD + "rule \"1.1 x\"\nwhen\n    " + line + "\nthen\n" + OK + "end\n");
        }
        // what is only a name or a remark may be written: nothing the engine is given holds it
        for (String name : List.of("$drools", "$class", "$eval")) {
            rule(
                    all,
                    "a fact called " + name,
                    HEAD + WHEN.replace("$f", name) + "then\n" + OK.replace("$f", name) + "end\n");
        }
        rule(
                all,
                "a remark with a line end by its number",
                HEAD + WHEN + "    // \\u000a eval( System.exit( 0 ) )\nthen\n" + OK + "end\n");
    }

    /** A condition after the first, bound to it. */
    private static void besideAnother(Map<String, Edit> all) {
        for (String line : List.of(
                "$l : List( size > 1 ) from collect( Finding( id == $f.id, status == \"confirmed\" ) )",
                "$n : Number() from accumulate( Finding( id == $f.id, status == \"confirmed\" ), count( 1 ) )",
                "accumulate( Finding( id == $f.id, status == \"confirmed\" ), init( int n = 0; ), action( n++; ), result( n ) )",
                "accumulate( Finding( id == $f.id, status == \"confirmed\", $c : count ); $s : variance( $c ); $s > 1 )",
                "accumulate( Finding( id == $f.id, status == \"confirmed\", $c : count ); $s : collectList( $c ); $s > 1 )",
                "accumulate( Finding( id == $f.id, status == \"confirmed\", $c : count ); $s : sum( $c * 2 ); $s > 1 )",
                "accumulate( Finding( id == $f.id, status == \"confirmed\", $c : count ); $s : sum( System.exit( 0 ) ); $s > 1 )",
                "accumulate( Finding( id == $f.id, status == \"confirmed\" ); $n : count(); eval( true ) )",
                "accumulate( accumulate( Finding( id == $f.id, status == \"confirmed\" ); $m : count() ); $n : count(); $n > 1 )",
                "acc( Finding( id == $f.id, status == \"confirmed\" ); $n : count(); $n > 1 )",
                "groupby( Finding( id == $f.id, status == \"confirmed\", $c : count ); $c; $n : count() )",
                "exists( Finding( id == $f.id, status == \"confirmed\" ) from $f.records )",
                "exists( Finding( id == $f.id, status == \"confirmed\" ) or Finding( id == $f.id, status == \"confirmed\" ) )",
                "not( exists( not( Finding( id == $f.id, status == \"confirmed\" ) ) ) )",
                "forall( Finding( id == $f.id, status == \"confirmed\" ) )",
                "do[x]",
                "then[x]",
                "if( $f.count > 1 ) do[x]",
                "$f.count > 1",
                "eval( System.exit( 0 ) )",
                "$g : Finding( id == $f.id, count > $f.count * 2 )",
                "$g : Finding( id == $f.id.concat( \"x\" ) )",
                "$f : Finding( id == $f.id )",
                "Thread( id == $f.id )",
                "Class( forName( \"java.lang.Runtime\" ) != null )",
                "$r : Runtime( id == $f.id ) from Runtime.getRuntime()",
                "Answer( question == \"serious\", about == $f.id, answer matches \".*\" )",
                "Answer( question == \"serious\", about == $f.id, answer != \"maybe\" )")) {
            rule(all, "and " + line, HEAD + WHEN + "    " + line + "\nthen\n" + OK + "end\n");
        }
    }

    /** What a rule concludes. */
    private static void conclusions(Map<String, Edit> all) {
        for (String line : List.of(
                "insertLogical( Breach.of( \"1.1\", $f ) )",
                "delete( $f );",
                "update( $f );",
                "retract( $f );",
                "halt();",
                "modify( $f ) { setCount( 1 ) }",
                "with( $f ) { count = 1 }",
                "channels[\"x\"].send( $f );",
                "entryPoints[\"x\"].insert( $f );",
                "insertLogical( Breach.of( \"1\" + \".1\", $f ) );",
                "insertLogical( Breach.of( \"1.1\", $f, null ) );",
                "insertLogical( new Breach( \"1.1\" ) );",
                "insertLogical( qiyue.fact.Breach.of( \"1.1\", $f ) );",
                "insertLogical( Breach.of( \"1.1\", Finding.class ) );",
                "insertLogical( Breach.of( \"1.1\", this ) );",
                "insertLogical( Breach.of( \"1.1\", drools ) );",
                "insertLogical( Breach.of( \"1.1\", ( Object ) $f ) );",
                "insertLogical( Breach.of( \"1.1\", true ? $f : $f ) );",
                "insertLogical( Breach.of( \"\"\"1.1\"\"\", $f ) );",
                "insertLogical( Breach.of( \"1\\u002e1\", $f ) );",
                "insertLogical( Breach.of( \"1.1\", $f ).costing( drools.getRule() ) );",
                "insertLogical( Breach.of( \"1.1\", $f ) ).getClass();",
                "insertLogical( Breach.of( \"1.1\", $f ) ); insertLogical( Breach.of( \"1.1\", $f ) );",
                "insertLogical( Measure.shall( \"1.1\", \"recover\", $f ).amount( 1e308 ) );",
                "insertLogical( Measure.shall( \"1.1\", \"recover\", $f ).amount( -1 ) );",
                "insertLogical( Measure.shall( \"1.1\", \"recover\", $f ).amount( 99999999999999999 ) );",
                "insertLogical( Measure.shall( \"1.1\", \"rectify\", $f ).months( 3, 2 ) );",
                "insertLogical( Measure.shall( \"1.1\", \"rectify\", $f ).months( 2147483648 ) );",
                "insertLogical( Measure.shall( \"1.1\", \"rectify\", $f ).from( \"9999-12-31\" ) );",
                "insertLogical( Measure.shall( \"1.1\", \"rectify\", $f ).on( \"java.lang.Runtime\" ) );",
                "insertLogical( Duty.shall( \"1.1\", \"written-notice\", $f ).by( \"agency\" ).within( 999999999, \"days\", $f.date ) );",
                "insertLogical( Duty.shall( \"1.1\", \"written-notice\", $f ).by( \"agency\" ).within( 0.5, \"days\", $f.date ) );",
                "{ insertLogical( Breach.of( \"1.1\", $f ) ); }",
                "var x = $f;",
                "@Deprecated insertLogical( Breach.of( \"1.1\", $f ) );",
                "insertLogical( Breach.of( \"1.1\", $f ) ); ; ;",
                "insertLogical( Breach.of( \"../1.1\", $f ) );")) {
            rule(all, "then " + line, HEAD + WHEN + "then\n    " + line + "\nend\n");
        }
    }

    /** What stands before the conditions. */
    private static void heads(Map<String, Edit> all) {
        for (String head : List.of(
                "rule \"1.1 x\" extends \"1.1 w\"",
                "rule '1.1 x'",
                "rule 1.1 x",
                "@PropertyReactive rule \"1.1 x\"",
                "rule \"1.1 x\" @Timer( 1 )",
                "rule \"1.1 x\" dialect \"mvel\"",
                "rule \"1.1 x\" salience 10",
                "rule \"1.1 \\u0022 when then end //\"",
                "rule \"1.1 @{row.rowNumber}\"",
                "rule \"\"\"1.1 x\"\"\"")) {
            rule(all, "head " + head, HEAD + WHEN.replace("rule \"1.1 x\"", head) + "then\n" + OK + "end\n");
        }
        for (String top : List.of(
                "template header\nconduct\n\ntemplate \"x\"",
                "declare Finding\n    @propertyReactive\nend",
                "declare enum Hostile A( 1 ); end",
                "declare Hostile extends Finding end",
                "function String x() { return \"1.1\"; }",
                "global java.util.List list;",
                "import static java.lang.Runtime.*",
                "query \"x\"( String a ) Finding( id == a ) end",
                "rule \"1.1 w\" end",
                "#/usr/bin/env mvel",
                "end",
                "package testland.rules2025;")) {
            rule(all, "top " + top.replace("\n", " "), HEAD + top + "\n\n" + WHEN + "then\n" + OK + "end\n");
        }
    }

    /** A file as a whole. */
    private static void files(Map<String, Edit> all) {
        rule(all, "a thousand conclusions", HEAD + WHEN + "then\n" + OK.repeat(1_000) + "end\n");
        rule(
                all,
                "five hundred conditions",
                HEAD + WHEN + lines(500, "    $g%d : Finding( id == $f.id, count > 1 )\n") + "then\n" + OK + "end\n");
        rule(
                all,
                "five hundred times or",
                HEAD + WHEN.replace(" )\n", ", " + "( count == 1 || count == 2 ), ".repeat(500) + "count > 0 )\n")
                        + "then\n" + OK + "end\n");
        rule(
                all,
                "a list of five thousand codes",
                HEAD + WHEN.replace("== \"split-stay\"", "in ( " + "\"split-stay\", ".repeat(900) + "\"bed-hanging\" )")
                        + "then\n" + OK + "end\n");
        rule(
                all,
                "brackets in brackets",
                HEAD + WHEN.replace(" )\n", ", " + "( ".repeat(3_000) + "count > 0" + " )".repeat(3_000) + " )\n")
                        + "then\n" + OK + "end\n");
        rule(
                all,
                "a name of a rule twice, but for a blank",
                HEAD + WHEN + "then\n" + OK + "end\n" + WHEN.replace("1.1 x", "1.1 x ") + "then\n" + OK + "end\n");
        rule(all, "a name that ends a rule", HEAD + WHEN.replace("1.1 x", "1.1 end") + "then\n" + OK + "end\n");
        rule(all, "no condition", HEAD + "rule \"1.1 x\"\nthen\n    insertLogical( Breach.of( \"1.1\" ) );\nend\n");
        rule(all, "no end", HEAD + WHEN + "then\n" + OK);
        rule(all, "nothing but a remark", "// nothing\n");
        rule(all, "nothing", "");
        rule(all, "single quotes", HEAD + WHEN.replace("\"split-stay\"", "'split-stay'") + "then\n" + OK + "end\n");
        rule(all, "a text of two lines", HEAD + WHEN.replace("split-stay", "split\n-stay") + "then\n" + OK + "end\n");
        rule(
                all,
                "the rule of another file",
                HEAD + "rule \"1.1 挂床住院情节严重\"\nwhen\n    $f : Finding( conduct == \"split-stay\" )\nthen\n" + OK
                        + "end\n");
        rule(all, "a remark that is not ended", HEAD + WHEN + "then\n" + OK + "end\n/* x");
        rule(all, "a mark at its head", "\ufeff" + HEAD + WHEN + "then\n" + OK + "end\n");
        bytes(all, "UTF-16", FILE, (HEAD + WHEN).getBytes(StandardCharsets.UTF_16));
        bytes(all, "GBK", FILE, (HEAD + "// 条款\n" + WHEN).getBytes(Charset.forName("GBK")));
        bytes(all, "no UTF-8", FILE, new byte[] {'/', '/', (byte) 0xC0, (byte) 0x80, '\n'});
        bytes(all, "a class file", FILE, new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61});
    }
}
