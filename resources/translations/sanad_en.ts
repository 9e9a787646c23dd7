<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ConsistencyModel</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntitiesPanel</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove it; %n mention(s) stay without it</source>
        <translation>
            <numerusform>Remove it; %n mention stays without it</numerusform>
            <numerusform>Remove it; %n mentions stay without it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message numerus="yes">
        <source>%n problem(s) found.</source>
        <translation>
            <numerusform>%n problem found.</numerusform>
            <numerusform>%n problems found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) in zones left out.</source>
        <translation>
            <numerusform>%n annotation in zones left out.</numerusform>
            <numerusform>%n annotations in zones left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) of annotations.</source>
        <translation>
            <numerusform>%n comparison of annotations.</numerusform>
            <numerusform>%n comparisons of annotations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>%n dismissed</numerusform>
            <numerusform>%n dismissed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinishPanel</name>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message numerus="yes">
        <source>%n article(s) are in the project already: {names}{more}.</source>
        <translation>
            <numerusform>%n article is in the project already: {names}{more}.</numerusform>
            <numerusform>%n articles are in the project already: {names}{more}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added.</source>
        <translation>
            <numerusform>%n article added.</numerusform>
            <numerusform>%n articles added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) came along.</source>
        <translation>
            <numerusform>%n annotation came along.</numerusform>
            <numerusform>%n annotations came along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) came along.</source>
        <translation>
            <numerusform>%n comparison came along.</numerusform>
            <numerusform>%n comparisons came along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s) of annotations that are not here left out.</source>
        <translation>
            <numerusform>%n comparison of annotations that are not here left out.</numerusform>
            <numerusform>%n comparisons of annotations that are not here left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were there already.</source>
        <translation>
            <numerusform>%n article was there already.</numerusform>
            <numerusform>%n articles were there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelSetFiles</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkAllFoot</name>
    <message numerus="yes">
        <source>Mark %n</source>
        <translation>
            <numerusform>Mark %n</numerusform>
            <numerusform>Mark %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkAllHead</name>
    <message numerus="yes">
        <source>{hits} in %n article(s)</source>
        <translation>
            <numerusform>{hits} in %n article</numerusform>
            <numerusform>{hits} in %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished article(s) passed over</source>
        <translation>
            <numerusform>%n finished article passed over</numerusform>
            <numerusform>%n finished articles passed over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkAllPanel</name>
    <message numerus="yes">
        <source>Marked %n</source>
        <translation>
            <numerusform>Marked %n</numerusform>
            <numerusform>Marked %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s).</source>
        <translation>
            <numerusform>in %n article.</numerusform>
            <numerusform>in %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MendingDialog</name>
    <message numerus="yes">
        <source>Mend %n</source>
        <translation>
            <numerusform>Mend %n</numerusform>
            <numerusform>Mend %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>These %n are one. What is it called?</source>
        <translation>
            <numerusform>This one stays. What is it called?</numerusform>
            <numerusform>These %n are one. What is it called?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} will have %n mention(s).</source>
        <translation>
            <numerusform>{name} will have %n mention.</numerusform>
            <numerusform>{name} will have %n mentions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParagraphCount</name>
    <message numerus="yes">
        <source>{where} / %n paragraph(s)</source>
        <translation>
            <numerusform>{where} / %n paragraph</numerusform>
            <numerusform>{where} / %n paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{zone} · %n paragraph(s)</source>
        <translation>
            <numerusform>{zone} · %n paragraph</numerusform>
            <numerusform>{zone} · %n paragraphs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message numerus="yes">
        <source>%n without a number</source>
        <translation>
            <numerusform>%n without a number</numerusform>
            <numerusform>%n without a number</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>{hits} in %n article(s)</source>
        <translation>
            <numerusform>{hits} in %n article</numerusform>
            <numerusform>{hits} in %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) today</source>
        <translation>
            <numerusform>%n annotation today</numerusform>
            <numerusform>%n annotations today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionCommands</name>
    <message numerus="yes">
        <source>%n suggestion(s) accepted.</source>
        <translation>
            <numerusform>%n suggestion accepted.</numerusform>
            <numerusform>%n suggestions accepted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionsPanel</name>
    <message numerus="yes">
        <source>%n figure(s) not annotated yet</source>
        <translation>
            <numerusform>%n figure not annotated yet</numerusform>
            <numerusform>%n figures not annotated yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s)</source>
        <translation>
            <numerusform>%n claim</numerusform>
            <numerusform>%n claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entity(ies)</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comparison(s)</source>
        <translation>
            <numerusform>%n comparison</numerusform>
            <numerusform>%n comparisons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zone(s)</source>
        <translation>
            <numerusform>%n zone</numerusform>
            <numerusform>%n zones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>in %n article</numerusform>
            <numerusform>in %n articles</numerusform>
        </translation>
    </message>
</context>
</TS>
