using System.Reflection;

namespace LearningCity.BuildingBlocks.Documents.Decree;

/// <summary>
/// The rules of layout of Decree 30/2020/NĐ-CP of 5 March 2020 on clerical work that a file can be measured against. Sources name part
/// and number of its Appendix I ("Thể thức, kỹ thuật trình bày văn bản hành chính") and the box of the diagram of a document's parts.
/// </summary>
public static class DecreeRules
{
    /// <summary>Paper.</summary>
    public static readonly DecreeRule PaperSize = new("paper_size", "I.1", "Khổ giấy A4 (210 mm x 297 mm).", "Paper is A4 (210 mm x 297 mm).");

    /// <summary>Orientation.</summary>
    public static readonly DecreeRule Orientation = new(
        "orientation", "I.2", "Văn bản trình bày theo chiều dài khổ A4; chỉ bảng biểu không làm thành phụ lục mới theo chiều rộng.",
        "The text is in portrait; only wide tables that are no annex may be in landscape.");

    /// <summary>Top margin.</summary>
    public static readonly DecreeRule MarginTop = new("margin_top", "I.3", "Lề trên 20-25 mm.", "The top margin is 20-25 mm.");

    /// <summary>Bottom margin.</summary>
    public static readonly DecreeRule MarginBottom = new("margin_bottom", "I.3", "Lề dưới 20-25 mm.", "The bottom margin is 20-25 mm.");

    /// <summary>Left margin.</summary>
    public static readonly DecreeRule MarginLeft = new("margin_left", "I.3", "Lề trái 30-35 mm.", "The left margin is 30-35 mm.");

    /// <summary>Right margin.</summary>
    public static readonly DecreeRule MarginRight = new("margin_right", "I.3", "Lề phải 15-20 mm.", "The right margin is 15-20 mm.");

    /// <summary>Face.</summary>
    public static readonly DecreeRule Font = new("font", "I.4", "Phông chữ Times New Roman.", "The face is Times New Roman.");

    /// <summary>Colour.</summary>
    public static readonly DecreeRule Colour = new("colour", "I.4", "Chữ màu đen.", "Letters are black.");

    /// <summary>Page numbers.</summary>
    public static readonly DecreeRule PageNumber = new(
        "page_number", "I.7", "Số trang đặt ở lề trên của văn bản.", "Page numbers stand in the top margin.");

    /// <summary>Kind of page numbers.</summary>
    public static readonly DecreeRule PageNumberForm = new(
        "page_number_form", "I.7", "Số trang bằng chữ số Ả Rập.", "Page numbers are Arabic.");

    /// <summary>Place of page numbers.</summary>
    public static readonly DecreeRule PageNumberSide = new(
        "page_number_side", "I.7", "Số trang canh giữa theo chiều ngang.", "Page numbers are centred.");

    /// <summary>Letters of page numbers.</summary>
    public static readonly DecreeRule PageNumberLetters = new(
        "page_number_letters", "I.7", "Số trang cỡ chữ 13-14, kiểu chữ đứng.", "Page numbers are of size 13-14, upright.");

    /// <summary>The first page has none.</summary>
    public static readonly DecreeRule PageNumberFirst = new(
        "page_number_first", "I.7", "Không hiển thị số trang thứ nhất.", "The first page shows no number.");

    /// <summary>The country's name.</summary>
    public static readonly DecreeRule Nation = new(
        "nation", "II.1.a, box 1", "Quốc hiệu CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM bằng chữ in hoa, ở bên phải, đầu trang thứ nhất.",
        "The country's name in capitals at the top right of the first page.");

    /// <summary>Letters of the country's name.</summary>
    public static readonly DecreeRule NationLetters = new(
        "nation_letters", "II.1.a, box 1", "Quốc hiệu cỡ chữ 12-13, đứng, đậm.", "The country's name is of size 12-13, upright, bold.");

    /// <summary>The motto.</summary>
    public static readonly DecreeRule Motto = new(
        "motto", "II.1.b, box 1", "Tiêu ngữ \"Độc lập - Tự do - Hạnh phúc\": chữ in thường, giữa các cụm từ có gạch nối, có cách chữ.",
        "The motto in lower case, hyphens with spaces between its parts.");

    /// <summary>Letters of the motto.</summary>
    public static readonly DecreeRule MottoLetters = new(
        "motto_letters", "II.1.b, box 1", "Tiêu ngữ cỡ chữ 13-14, đứng, đậm.", "The motto is of size 13-14, upright, bold.");

    /// <summary>Place of the motto.</summary>
    public static readonly DecreeRule MottoSide = new(
        "motto_side", "II.1.b, box 1", "Tiêu ngữ canh giữa dưới Quốc hiệu.", "The motto is centred under the country's name.");

    /// <summary>The rule under the motto.</summary>
    public static readonly DecreeRule MottoRule = new(
        "motto_rule", "II.1.b, box 1", "Phía dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ.",
        "Under the motto is a solid line as long as the text.");

    /// <summary>Two columns without borders.</summary>
    public static readonly DecreeRule HeadColumns = new(
        "head_columns", "I.6, diagram", "Phần đầu hai cột, không kẻ khung.", "The head has two columns without borders.");

    /// <summary>The governing body.</summary>
    public static readonly DecreeRule Governing = new(
        "governing_letters", "II.2.b, box 2", "Tên cơ quan chủ quản trực tiếp: in hoa, cỡ chữ 12-13, đứng, không đậm.",
        "The governing body in capitals, size 12-13, regular.");

    /// <summary>The issuing body.</summary>
    public static readonly DecreeRule Issuing = new(
        "issuing_letters", "II.2.b, box 2", "Tên cơ quan ban hành: in hoa, cỡ chữ 12-13, đứng, đậm, canh giữa.",
        "The issuing body in capitals, size 12-13, upright, bold, centred.");

    /// <summary>The rule under the issuing body.</summary>
    public static readonly DecreeRule IssuingRule = new(
        "issuing_rule", "II.2.b, box 2", "Phía dưới tên cơ quan ban hành có đường kẻ ngang, dài từ 1/3 đến 1/2 dòng chữ, cân đối.",
        "Under the issuing body is a solid line of 1/3 to 1/2 of the text, centred.");

    /// <summary>Number and symbol.</summary>
    public static readonly DecreeRule NumberForm = new(
        "number_form", "II.3, box 3", "\"Số:\" có dấu hai chấm, sau đó là số và ký hiệu cách nhau bằng dấu gạch chéo; ký hiệu in hoa, gạch nối không cách chữ; số nhỏ hơn 10 có số 0 phía trước.",
        "\"Số:\" with a colon, number and symbol separated by a slash; the symbol in capitals, hyphens without spaces; numbers below 10 with a leading zero.");

    /// <summary>Letters of number and symbol.</summary>
    public static readonly DecreeRule NumberLetters = new(
        "number_letters", "II.3, box 3", "Số, ký hiệu cỡ chữ 13, đứng, không đậm, canh giữa.", "Number and symbol are of size 13, regular, centred.");

    /// <summary>Place and date.</summary>
    public static readonly DecreeRule DateForm = new(
        "date_form", "II.4, box 4", "Địa danh, ngày ... tháng ... năm ...: ngày nhỏ hơn 10 và tháng 1, 2 có số 0 phía trước, sau địa danh có dấu phẩy.",
        "Place, then \"ngày ... tháng ... năm ...\" after a comma; days below 10 and months 1 and 2 with a leading zero.");

    /// <summary>The place is written in full.</summary>
    public static readonly DecreeRule Place = new(
        "place_name", "II.4, box 4", "Địa danh ghi tên chính thức, không viết tắt (Thành phố Hồ Chí Minh).",
        "The place has its official name, not abbreviated.");

    /// <summary>Letters of place and date.</summary>
    public static readonly DecreeRule DateLetters = new(
        "date_letters", "II.4, box 4", "Địa danh và thời gian cỡ chữ 13-14, nghiêng, canh giữa dưới Quốc hiệu, Tiêu ngữ.",
        "Place and date are of size 13-14, in italics, centred under the motto.");

    /// <summary>Name of the type.</summary>
    public static readonly DecreeRule Kind = new(
        "kind", "II.5, box 5a", "Tên loại văn bản bằng chữ in hoa, canh giữa.", "The name of the type in capitals, centred.");

    /// <summary>Letters of the name of the type.</summary>
    public static readonly DecreeRule KindLetters = new(
        "kind_letters", "II.5, box 5a", "Tên loại cỡ chữ 13-14, đứng, đậm.", "The name of the type is of size 13-14, upright, bold.");

    /// <summary>Letters of the subject.</summary>
    public static readonly DecreeRule SubjectLetters = new(
        "subject_letters", "II.5, box 5a", "Trích yếu bằng chữ in thường, cỡ chữ 13-14, đứng, đậm, canh giữa dưới tên loại.",
        "The subject in lower case, size 13-14, upright, bold, centred under the name of the type.");

    /// <summary>The rule under the subject.</summary>
    public static readonly DecreeRule SubjectRule = new(
        "subject_rule", "II.5, box 5a", "Bên dưới trích yếu có đường kẻ ngang, dài từ 1/3 đến 1/2 dòng chữ, cân đối.",
        "Under the subject is a solid line of 1/3 to 1/2 of the text, centred.");

    /// <summary>Addressees.</summary>
    public static readonly DecreeRule Addressee = new(
        "addressee", "II.9, box 9a", "\"Kính gửi:\" cỡ chữ 13-14, đứng; nhiều nơi nhận thì mỗi nơi một dòng, gạch đầu dòng, cuối dòng dấu chấm phẩy, dòng cuối dấu chấm.",
        "\"Kính gửi:\" in size 13-14, upright; several addressees each on a line with a dash, a semicolon, a full stop at the end.");

    /// <summary>Letters of the text.</summary>
    public static readonly DecreeRule BodyLetters = new(
        "body_letters", "II.6, box 6", "Nội dung cỡ chữ 13-14, kiểu chữ đứng.", "The text is of size 13-14, upright.");

    /// <summary>Both sides.</summary>
    public static readonly DecreeRule BodySide = new(
        "body_side", "II.6, box 6", "Nội dung canh đều cả hai lề.", "The text is justified.");

    /// <summary>First lines.</summary>
    public static readonly DecreeRule BodyIndent = new(
        "body_indent", "II.6, box 6", "Chữ đầu đoạn lùi vào 1 cm hoặc 1,27 cm.", "First lines are indented by 1 or 1.27 cm.");

    /// <summary>Space between paragraphs.</summary>
    public static readonly DecreeRule BodySpace = new(
        "body_space", "II.6, box 6", "Khoảng cách giữa các đoạn tối thiểu 6 pt.", "Paragraphs are at least 6 pt apart.");

    /// <summary>Distance of lines.</summary>
    public static readonly DecreeRule BodyLines = new(
        "body_lines", "II.6, box 6", "Khoảng cách giữa các dòng từ dòng đơn đến 1,5 lines.", "Lines are single to 1.5 apart.");

    /// <summary>Legal bases.</summary>
    public static readonly DecreeRule Basis = new(
        "basis", "II.6.b, box 6", "Căn cứ ban hành: kiểu chữ nghiêng, mỗi căn cứ một dòng, cuối dòng dấu chấm phẩy, dòng cuối dấu chấm.",
        "Legal bases in italics, one on a line, a semicolon at the end, a full stop at the last.");

    /// <summary>Headings with Roman numbers.</summary>
    public static readonly DecreeRule HeadingOne = new(
        "heading_1", "II.6.d, box 6", "Mục: số La Mã (I., II.) và tiêu đề in hoa, đứng, đậm.", "First headings: Roman number and title in capitals, upright, bold.");

    /// <summary>Headings with Arabic numbers.</summary>
    public static readonly DecreeRule HeadingTwo = new(
        "heading_2", "II.6.d, box 6", "Khoản có tiêu đề: số Ả Rập (1., 2.), chữ in thường, đứng, đậm.", "Second headings: Arabic number, lower case, upright, bold.");

    /// <summary>Points.</summary>
    public static readonly DecreeRule HeadingThree = new(
        "heading_3", "II.6.d, box 6", "Điểm: chữ cái a), b) theo thứ tự, kiểu chữ đứng.", "Points: letters a), b) in order, upright.");

    /// <summary>The outline counts without gaps.</summary>
    public static readonly DecreeRule OutlineOrder = new(
        "outline_order", "II.6.d, box 6", "Các mục được đánh số liên tục theo thứ tự.", "The outline is numbered without gaps.");

    /// <summary>The end of the text.</summary>
    public static readonly DecreeRule End = new(
        "end_mark", "II.6, models of Appendix III", "Kết thúc nội dung có dấu ./.", "The text ends with ./.");

    /// <summary>Recipients are there.</summary>
    public static readonly DecreeRule Recipients = new(
        "recipients", "II.9, box 9b", "Có phần \"Nơi nhận:\" ở góc trái cuối văn bản.", "There is \"Nơi nhận:\" at the bottom left of the text.");

    /// <summary>Letters of the label of recipients.</summary>
    public static readonly DecreeRule RecipientsLabel = new(
        "recipients_label", "II.9, box 9b", "\"Nơi nhận:\" trên một dòng riêng, cỡ chữ 12, nghiêng, đậm, sát lề trái.",
        "\"Nơi nhận:\" on a line of its own, size 12, bold italics, flush left.");

    /// <summary>Letters of recipients.</summary>
    public static readonly DecreeRule RecipientLetters = new(
        "recipient_letters", "II.9, box 9b", "Các nơi nhận cỡ chữ 11, kiểu chữ đứng.", "Recipients are of size 11, upright.");

    /// <summary>Form of recipients.</summary>
    public static readonly DecreeRule RecipientForm = new(
        "recipient_form", "II.9, box 9b", "Mỗi nơi nhận một dòng, đầu dòng gạch, cuối dòng dấu chấm phẩy; dòng cuối \"- Lưu: VT, ...\" kết thúc bằng dấu chấm.",
        "Each recipient on a line with a dash and a semicolon; the last is \"- Lưu: VT, ...\" with a full stop.");

    /// <summary>Authority and position.</summary>
    public static readonly DecreeRule Authority = new(
        "authority", "II.7, box 7a", "Quyền hạn, chức vụ của người ký: in hoa, cỡ chữ 13-14, đứng, đậm, canh giữa.",
        "Authority and position in capitals, size 13-14, upright, bold, centred.");

    /// <summary>Abbreviations of authority.</summary>
    public static readonly DecreeRule AuthorityForm = new(
        "authority_form", "II.7.a, box 7a", "Ký thay mặt ghi TM., ký thay KT., thừa lệnh TL., thừa ủy quyền TUQ., quyền Q.",
        "Authority is abbreviated TM., KT., TL., TUQ. or Q.");

    /// <summary>Name of the signer.</summary>
    public static readonly DecreeRule Signer = new(
        "signer", "II.7, box 7b", "Họ tên người ký: in thường, cỡ chữ 13-14, đứng, đậm, canh giữa.",
        "The signer's name in lower case, size 13-14, upright, bold, centred.");

    /// <summary>Annexes begin a page.</summary>
    public static readonly DecreeRule AnnexPage = new(
        "annex_page", "III.1", "Phụ lục bắt đầu trên trang mới.", "An annex begins a page.");

    /// <summary>Annexes have Roman numbers.</summary>
    public static readonly DecreeRule AnnexNumber = new(
        "annex_number", "III.1.b", "Từ hai phụ lục trở lên thì đánh số thứ tự bằng chữ số La Mã.", "Two annexes or more have Roman numbers, in order.");

    /// <summary>Letters of the word annex.</summary>
    public static readonly DecreeRule AnnexLabel = new(
        "annex_label", "III.1.c", "\"Phụ lục\" và số thứ tự: cỡ chữ 14, đứng, đậm, canh giữa.", "\"Phụ lục\" and its number: size 14, upright, bold, centred.");

    /// <summary>Title of an annex.</summary>
    public static readonly DecreeRule AnnexTitle = new(
        "annex_title", "III.1.c", "Tên phụ lục: in hoa, cỡ chữ 13-14, đứng, đậm, canh giữa.", "The title of an annex in capitals, size 13-14, upright, bold, centred.");

    /// <summary>The line that names the document of an annex.</summary>
    public static readonly DecreeRule AnnexAttached = new(
        "annex_attached", "III.1.d", "Dưới tên phụ lục có dòng \"(Kèm theo ...)\", cỡ chữ 13-14, nghiêng, canh giữa.",
        "Under the title of an annex stands \"(Kèm theo ...)\", size 13-14, in italics, centred.");

    /// <summary>The text refers to every annex.</summary>
    public static readonly DecreeRule AnnexReference = new(
        "annex_reference", "III.1.a", "Trong văn bản phải có chỉ dẫn về phụ lục.", "The text refers to every annex.");

    /// <summary>Pages of annexes.</summary>
    public static readonly DecreeRule AnnexPageNumber = new(
        "annex_page_number", "III.1.đ", "Số trang của phụ lục được đánh số riêng, theo từng phụ lục.", "Every annex counts its own pages.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DecreeRule> All { get; } =
        [.. typeof(DecreeRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<DecreeRule>()];
}
