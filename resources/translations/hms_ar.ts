<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>Alike</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="93" />
        <source>Perhaps already registered</source>
        <translation>ربما مسجّل بالفعل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="133" />
        <source>Nobody like this yet.</source>
        <translation>لا يوجد مريض مشابه بعد.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/patients/alike.py" line="136" />
        <source>%n perhaps already registered</source>
        <translation>
            <numerusform>ربما مسجّلون بالفعل: %n</numerusform><numerusform>ربما مسجّلون بالفعل: %n</numerusform><numerusform>ربما مسجّلون بالفعل: %n</numerusform><numerusform>ربما مسجّلون بالفعل: %n</numerusform><numerusform>ربما مسجّلون بالفعل: %n</numerusform><numerusform>ربما مسجّلون بالفعل: %n</numerusform></translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="133" />
        <source>Enter opens the one that is meant.</source>
        <translation>مفتاح Enter يفتح السجل المقصود.</translation>
    </message>
</context>
<context>
    <name>AppointmentsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="58" />
        <source>Appointments</source>
        <translation>المواعيد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="83" />
        <source>Find a time</source>
        <translation>البحث عن وقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="86" />
        <source>Calendar</source>
        <translation>التقويم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="89" />
        <source>Arrivals</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="92" />
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="218" />
        <source>{first} to {last}</source>
        <translation>من {first} إلى {last}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="223" />
        <source>Enter books or checks in · M moves · Del cancels, with undo · Page Up and Down turn the pages</source>
        <translation>مفتاح Enter للحجز أو تسجيل الوصول · M للنقل · Del للإلغاء مع إمكانية التراجع · Page Up وPage Down لتقليب الصفحات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="227" />
        <source>Enter checks in · a slip's code may be scanned anywhere here · Del cancels, with undo</source>
        <translation>مفتاح Enter لتسجيل الوصول · يمكن مسح رمز القسيمة في أي موضع هنا · Del للإلغاء مع إمكانية التراجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="228" />
        <source>Enter does the obvious next thing · Ctrl+N notes somebody · Del takes off the list</source>
        <translation>مفتاح Enter ينفّذ الخطوة التالية المتوقعة · Ctrl+N لإضافة شخص · Del للحذف من القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="237" />
        <source>Nobody is booked on this day. Ctrl+1 shows the week, F6 finds a time.</source>
        <translation>لا حجوزات في هذا اليوم. اضغط Ctrl+1 لعرض الأسبوع، أو F6 للبحث عن وقت.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="248" />
        <source>No sessions in these days. Page Down goes on, F6 finds a time.</source>
        <translation>لا جلسات في هذه الأيام. اضغط Page Down للمتابعة، أو F6 للبحث عن وقت.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="263" />
        <source>There is no clinic yet. A manager adds clinics and their weekly sessions under Clinics.</source>
        <translation>لا توجد عيادات بعد. يضيف المدير العيادات وجلساتها الأسبوعية من «العيادات».</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="284" />
        <source>Choose a time, or press F6 to find one.</source>
        <translation>اختر وقتًا، أو اضغط F6 للبحث عن وقت.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/page.py" line="426" />
        <source>The server does not answer; these are the appointments as they were.</source>
        <translation>الخادم لا يجيب؛ هذه هي المواعيد كما كانت.</translation>
    </message>
</context>
<context>
    <name>AwayBanner</name>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="167" />
        <source>Try now</source>
        <translation>حاول الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="177" />
        <source>The server does not answer. What you typed is kept; trying again.</source>
        <translation>الخادم لا يجيب. ما كتبته محفوظ؛ تجري المحاولة مجددًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="182" />
        <source>The server answers again.</source>
        <translation>الخادم يجيب من جديد.</translation>
    </message>
</context>
<context>
    <name>BirthField</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/fields.py" line="27" />
        <source>17.5.1990, 5/1990, 1990 or about 40</source>
        <translation>17.5.1990، أو 5/1990، أو 1990، أو نحو 40</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/fields.py" line="29" />
        <source>A date, a year, or an age such as about 40</source>
        <translation>تاريخ أو سنة أو عمر، مثل: نحو 40</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/fields.py" line="89" />
        <source>age {age}</source>
        <translation>العمر {age}</translation>
    </message>
</context>
<context>
    <name>Blocked</name>
    <message>
        <location filename="../../hms_desktop/app/blocked.py" line="17" />
        <source>This program and the database do not fit</source>
        <translation>هذا البرنامج وقاعدة البيانات غير متوافقين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/blocked.py" line="19" />
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/blocked.py" line="21" />
        <source>Check again</source>
        <translation>التحقق مرة أخرى</translation>
    </message>
</context>
<context>
    <name>BookDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="54" />
        <source>Book on top of a full time</source>
        <translation>حجز إضافي في وقت ممتلئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="54" />
        <source>Book</source>
        <translation>حجز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="69" />
        <source>Register new patient</source>
        <translation>تسجيل مريض جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="81" />
        <source>for example: control after six weeks</source>
        <translation>مثلًا: مراجعة بعد ستة أسابيع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="86" />
        <source>More visits, again and again</source>
        <translation>زيارات أخرى متكررة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="88" />
        <source>Reason (may stay empty)</source>
        <translation>السبب (يمكن تركه فارغًا)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="89" />
        <source>Length in slots</source>
        <translation>المدة بعدد الفترات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="90" />
        <source>Course of visits</source>
        <translation>سلسلة زيارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="96" />
        <source>Another patient</source>
        <translation>مريض آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="127" />
        <source>MRN {number}</source>
        <translation>رقم الملف {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="161" />
        <source>Booking…</source>
        <translation>جارٍ الحجز…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="201" />
        <source>Nothing is booked yet: some dates are not possible. See below.</source>
        <translation>لم يُحجز شيء بعد: بعض التواريخ غير ممكنة. انظر أدناه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/booking.py" line="204" />
        <source>Book the other {n}</source>
        <translation>حجز التواريخ الأخرى ({n})</translation>
    </message>
</context>
<context>
    <name>BookingRulesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="192" />
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="221" />
        <source>Rules of booking</source>
        <translation>قواعد الحجز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="194" />
        <source>Booked ahead at most, days</source>
        <translation>أقصى مدة للحجز المسبق، بالأيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="195" />
        <source>An offered time is held, minutes</source>
        <translation>مدة الاحتفاظ بالوقت المعروض، بالدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="196" />
        <source>Offered at the latest before it begins, minutes</source>
        <translation>آخر وقت لعرض الموعد قبل بدايته، بالدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="197" />
        <source>Reminded before it begins, hours</source>
        <translation>التذكير قبل البداية، بالساعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="202" />
        <source>Reminders</source>
        <translation>التذكيرات</translation>
    </message>
</context>
<context>
    <name>CalledCard</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="46" />
        <source>Called ticket</source>
        <translation>التذكرة المنادى عليها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="52" />
        <source>Patient is here</source>
        <translation>حضر المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="53" />
        <location filename="../../hms_desktop/screens/queue/panel.py" line="89" />
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="54" />
        <source>Finish, nothing further</source>
        <translation>إنهاء، بلا خدمة أخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="55" />
        <source>Recall</source>
        <translation>إعادة النداء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="56" />
        <source>No-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="57" />
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="58" />
        <source>Put back</source>
        <translation>إعادة إلى الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="89" />
        <source>Finish, on to {service}</source>
        <translation>إنهاء، والتحويل إلى {service}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="102" />
        <source>shown and spoken in {display} at {time}</source>
        <translation>عُرضت ونُطقت في {display} الساعة {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="104" />
        <source>shown in {display} at {time}</source>
        <translation>عُرضت في {display} الساعة {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="110" />
        <source>no screen has shown it yet</source>
        <translation>لم تعرضها أي شاشة بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="124" />
        <source>No counter chosen</source>
        <translation>لم يُختر شباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="126" />
        <source>Nobody is called to {room}</source>
        <translation>لا أحد منادى إلى {room}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="128" />
        <source>In service at {room}</source>
        <translation>قيد الخدمة في {room}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="129" />
        <source>Called to {room} · {calls}</source>
        <translation>نودي إلى {room} · {calls}</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <location filename="../../hms_desktop/widgets/camera.py" line="74" />
        <source>Take a photo</source>
        <translation>التقاط صورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/camera.py" line="78" />
        <source>What the camera sees</source>
        <translation>ما تراه الكاميرا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/camera.py" line="79" />
        <source>Waiting for the camera…</source>
        <translation>في انتظار الكاميرا…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/camera.py" line="83" />
        <source>Take the photo</source>
        <translation>التقاط الصورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/camera.py" line="101" />
        <source>No camera answers; connect one, or choose a picture from a file.</source>
        <translation>لا توجد كاميرا تستجيب؛ صِل كاميرا، أو اختر صورة من ملف.</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="32" />
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="46" />
        <source>Cancel the appointment</source>
        <translation>إلغاء الموعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="38" />
        <source>Also every later visit of the course</source>
        <translation>وكذلك كل زيارة لاحقة في السلسلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="40" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="41" />
        <source>Note (may stay empty)</source>
        <translation>ملاحظة (يمكن تركها فارغة)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="43" />
        <source>Course of visits</source>
        <translation>سلسلة زيارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="45" />
        <source>Keep it</source>
        <translation>الإبقاء عليه</translation>
    </message>
</context>
<context>
    <name>ChosenCard</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="64" />
        <source>Chosen</source>
        <translation>المختار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="79" />
        <source>Book</source>
        <translation>حجز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="80" />
        <source>Book on top</source>
        <translation>حجز إضافي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="81" />
        <source>Put here</source>
        <translation>وضع هنا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="121" />
        <source>{free} of {places} free</source>
        <translation>متاح {free} من {places}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="123" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="123" />
        <source>past</source>
        <translation>انقضى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="125" />
        <source>{used} of {most} on top</source>
        <translation>إضافي: {used} من {most}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="131" />
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="150" />
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="160" />
        <source>Moving {patient}. Enter puts it here, Esc leaves it.</source>
        <translation>نقل موعد {patient}. اضغط Enter لوضعه هنا، وEsc للتراجع.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="144" />
        <source>MRN {number}</source>
        <translation>رقم الملف {number}</translation>
    </message>
</context>
<context>
    <name>ClinicsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="57" />
        <source>Clinics</source>
        <translation>العيادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="59" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="60" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="61" />
        <source>Doctor</source>
        <translation>الطبيب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="62" />
        <source>Room</source>
        <translation>الغرفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="63" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="77" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="66" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="100" />
        <source>New clinic</source>
        <translation>عيادة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="68" />
        <source>No clinic yet. Ctrl+N begins one; its weekly sessions come next.</source>
        <translation>لا توجد عيادات بعد. اضغط Ctrl+N لبدء عيادة، ثم أضف جلساتها الأسبوعية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="71" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="72" />
        <source>Service: whose ticket a check-in opens</source>
        <translation>الخدمة: التي يفتح تسجيل الوصول تذكرتها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="73" />
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="74" />
        <source>Usual doctor</source>
        <translation>الطبيب المعتاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="75" />
        <source>Usual room</source>
        <translation>الغرفة المعتادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="76" />
        <source>Holidays</source>
        <translation>العطل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="76" />
        <source>Closed on holidays</source>
        <translation>مغلق في العطل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="77" />
        <source>In use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="85" />
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
</context>
<context>
    <name>CloseCounterDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="94" />
        <source>Close {room}</source>
        <translation>إغلاق {room}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="95" />
        <source>Tickets that another open counter serves stay where they are. Choose who takes those that nobody else serves; they keep their numbers and arrival times. Undo brings them back.</source>
        <translation>التذاكر التي يخدمها شباك آخر مفتوح تبقى في مكانها. اختر من يستلم التذاكر التي لا يخدمها غيره؛ وتحتفظ بأرقامها وأوقات وصولها. ويمكن إرجاعها بالتراجع.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="102" />
        <source>Nobody: refuse if there are such tickets</source>
        <translation>لا أحد: رفض الإغلاق إن وُجدت تذاكر كهذه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="105" />
        <source>Tickets that only this counter serves go to</source>
        <translation>التذاكر التي يخدمها هذا الشباك وحده تُحوّل إلى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="108" />
        <source>Close the counter</source>
        <translation>إغلاق الشباك</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <location filename="../../hms_desktop/widgets/columns.py" line="123" />
        <source>still loading</source>
        <translation>ما زال التحميل جاريًا</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="59" />
        <source>Choose a pair on the left to see both records.</source>
        <translation>اختر زوجًا من القائمة الجانبية لعرض السجلين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="74" />
        <source>Number that stays</source>
        <translation>الرقم الباقي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="77" />
        <source>the record {number} stays</source>
        <translation>يبقى السجل {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="90" />
        <source>Goes along</source>
        <translation>يُضم إليه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="118" />
        <source>{field} of {number}: {value}</source>
        <translation>{field} من {number}: {value}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="119" />
        <source>(empty)</source>
        <translation>(فارغ)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/comparison.py" line="152" />
        <source>{gone} is merged into {kept}: visits, appointments and all else go along, and both numbers find it.</source>
        <translation>دُمج {gone} في {kept}: انتقلت الزيارات والمواعيد وكل ما عداها، ويمكن العثور عليه بالرقمين.</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/counter.py" line="115" />
        <source>There is nothing to take back.</source>
        <translation>لا يوجد ما يمكن التراجع عنه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/counter.py" line="126" />
        <source>Nobody is called here; call the next ticket first.</source>
        <translation>لا أحد منادى هنا؛ نادِ التذكرة التالية أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/counter.py" line="151" />
        <source>Choose your room or counter first.</source>
        <translation>اختر غرفتك أو شباكك أولًا.</translation>
    </message>
</context>
<context>
    <name>CounterPanel</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="308" />
        <source>Waiting for the server…</source>
        <translation>في انتظار الخادم…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="398" />
        <source>{room} is closed; {moved} tickets went to another service, {released} wait for any counter.</source>
        <translation>أُغلق {room}؛ حُوّلت إلى خدمة أخرى {moved} من التذاكر، وتنتظر أي شباك {released}.</translation>
    </message>
</context>
<context>
    <name>CounterWindow</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/counter_window.py" line="101" />
        <source>No counter chosen</source>
        <translation>لم يُختر شباك</translation>
    </message>
</context>
<context>
    <name>CountryDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="112" />
        <source>Public holidays of {year}</source>
        <translation>العطل الرسمية لسنة {year}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="118" />
        <source>Country (ISO code)</source>
        <translation>البلد (رمز ISO)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="119" />
        <source>Part of the country</source>
        <translation>المنطقة من البلد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="122" />
        <source>Fill in</source>
        <translation>تعبئة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="134" />
        <source>the whole country</source>
        <translation>البلد كله</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="35" />
        <source>Go to the date</source>
        <translation>الانتقال إلى التاريخ</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="43" />
        <source>The day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="47" />
        <source>Close the day…</source>
        <translation>إغلاق اليوم…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="52" />
        <source>Minutes of error: below 0 the wait was shorter than expected, above 0 longer</source>
        <translation>الخطأ بالدقائق: تحت 0 كان الانتظار أقصر من المتوقع، وفوق 0 أطول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="59" />
        <source>Close it now</source>
        <translation>إغلاقه الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="71" />
        <location filename="../../hms_desktop/screens/queue/day.py" line="89" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="72" />
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="73" />
        <source>Longest, min</source>
        <translation>الأطول، min</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="74" />
        <source>Expected, min</source>
        <translation>المتوقع، min</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="75" />
        <source>Served</source>
        <translation>من خُدموا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="81" />
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="82" />
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="83" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="90" />
        <source>Tickets</source>
        <translation>التذاكر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="91" />
        <source>Waited, min</source>
        <translation>مدة الانتظار، min</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="92" />
        <source>Error: low</source>
        <translation>الخطأ: الأدنى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="93" />
        <source>middle</source>
        <translation>الأوسط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="94" />
        <source>high</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="95" />
        <source>In range</source>
        <translation>ضمن النطاق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="96" />
        <source>So</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="102" />
        <source>Lines now</source>
        <translation>الطوابير الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="102" />
        <source>No services are in use.</source>
        <translation>لا توجد خدمات قيد الاستخدام.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="103" />
        <source>Who sits where</source>
        <translation>من يجلس أين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="103" />
        <source>No counter is open.</source>
        <translation>لا يوجد شباك مفتوح.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="105" />
        <source>Nothing was estimated yet: it takes eight finished calls of a service.</source>
        <translation>لا تقديرات بعد: يلزم ثمانية نداءات منتهية للخدمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="106" />
        <source>How good the estimates of the last {n} days were</source>
        <translation>دقة التقديرات في آخر {n} من الأيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="138" />
        <source>{waiting} waiting · {served} served today</source>
        <translation>في الانتظار {waiting} · خُدم اليوم {served}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="154" />
        <source>Every open ticket of {day} and of earlier days becomes not served. This cannot be taken back.</source>
        <translation>كل تذكرة مفتوحة ليوم {day} وللأيام السابقة تصبح غير مخدومة. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="156" />
        <source>Close {day}</source>
        <translation>إغلاق {day}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/day.py" line="167" />
        <source>{day} is closed; {count} tickets were not served.</source>
        <translation>أُغلق {day}؛ عدد التذاكر التي لم تُخدم: {count}.</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="48" />
        <source>{patient} is booked: {when}, {clinic}.</source>
        <translation>حُجز موعد {patient}: {when}، {clinic}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="71" />
        <source>Visits booked: {n}.</source>
        <translation>الزيارات المحجوزة: {n}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="85" />
        <source>{patient} is moved to {when}, {clinic}.</source>
        <translation>نُقل موعد {patient} إلى {when}، {clinic}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="98" />
        <source>The appointment of {patient} on {when} is cancelled.</source>
        <translation>أُلغي موعد {patient} في {when}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="100" />
        <source>The appointment of {patient} on {when} is cancelled and offered to the waiting list.</source>
        <translation>أُلغي موعد {patient} في {when} وعُرض على قائمة الانتظار.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="108" />
        <source>Visits cancelled: {n}.</source>
        <translation>الزيارات الملغاة: {n}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="114" />
        <source>{patient} is booked again: {when}.</source>
        <translation>أُعيد حجز موعد {patient}: {when}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="120" />
        <source>{patient} did not come.</source>
        <translation>لم يحضر {patient}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="132" />
        <source>The patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="137" />
        <source>The arrival is taken back; the ticket left the queue.</source>
        <translation>أُلغي تسجيل الوصول؛ وخرجت التذكرة من الطابور.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="142" />
        <source>Booked: {when}, {clinic}.</source>
        <translation>حُجز: {when}، {clinic}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="149" />
        <source>The offer is declined; the patient stays on the list.</source>
        <translation>رُفض العرض؛ ويبقى المريض في القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="153" />
        <source>Taken off the waiting list.</source>
        <translation>حُذف من قائمة الانتظار.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="158" />
        <source>On the waiting list.</source>
        <translation>أُضيف إلى قائمة الانتظار.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="161" />
        <source>Ticket {ticket}: {patient}, {clinic}.</source>
        <translation>التذكرة {ticket}: {patient}، {clinic}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="163" />
        <source>Ticket {ticket}, held already: {patient}, {clinic}.</source>
        <translation>التذكرة {ticket}، صادرة من قبل: {patient}، {clinic}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/deeds.py" line="176" />
        <source>The booking is taken back.</source>
        <translation>أُلغي الحجز.</translation>
    </message>
</context>
<context>
    <name>Density</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/density.py" line="38" />
        <source>{taken} of {places} taken</source>
        <translation>مشغول {taken} من {places}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/density.py" line="40" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>DepartmentsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="21" />
        <source>Departments</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="23" />
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="24" />
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="25" />
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="32" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="28" />
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="42" />
        <source>New department</source>
        <translation>قسم جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="30" />
        <source>A department groups the services that belong together.</source>
        <translation>القسم يجمع الخدمات المترابطة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/departments.py" line="31" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
</context>
<context>
    <name>DeskSession</name>
    <message>
        <location filename="../../hms_desktop/app/desk_session.py" line="233" />
        <source>Counter window</source>
        <translation>نافذة الشباك</translation>
    </message>
</context>
<context>
    <name>DetailCard</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="43" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="68" />
        <source>Issue ticket</source>
        <translation>إصدار تذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="69" />
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="70" />
        <source>Open with a reason</source>
        <translation>الفتح مع ذكر السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="74" />
        <source>History</source>
        <translation>سجل التغييرات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="75" />
        <source>Print card</source>
        <translation>طباعة البطاقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="89" />
        <source>Nobody chosen</source>
        <translation>لم يُختر أحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="94" />
        <location filename="../../hms_desktop/screens/patients/card.py" line="101" />
        <source>MRN {number}</source>
        <translation>رقم الملف {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="95" />
        <source>Restricted record</source>
        <translation>سجل مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="110" />
        <source>age {age}</source>
        <translation>العمر {age}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="115" />
        <source>merged into {number}; go on there</source>
        <translation>دُمج في {number}؛ تابع هناك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="116" />
        <source>This record</source>
        <translation>هذا السجل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="138" />
        <source>Registered</source>
        <translation>تاريخ التسجيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="138" />
        <source>{day} by {person}</source>
        <translation>{day}، بواسطة {person}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/card.py" line="144" />
        <source>restricted</source>
        <translation>مقيّد</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="100" />
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="149" />
        <source>Someone else changed this meanwhile</source>
        <translation>عدّل شخص آخر هذا في هذه الأثناء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="153" />
        <source>Changed by {who}.</source>
        <translation>عدّله {who}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="162" />
        <source>Yours</source>
        <translation>تعديلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="162" />
        <source>Theirs</source>
        <translation>تعديل غيرك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="162" />
        <source>Before</source>
        <translation>قبل التعديل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="177" />
        <source>Back to the form</source>
        <translation>العودة إلى النموذج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="178" />
        <source>Save the chosen</source>
        <translation>حفظ المختار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="197" />
        <location filename="../../hms_desktop/widgets/dialogs.py" line="204" />
        <source>(empty)</source>
        <translation>(فارغ)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="193" />
        <source>yours</source>
        <translation>تعديلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/dialogs.py" line="193" />
        <source>theirs</source>
        <translation>تعديل غيرك</translation>
    </message>
</context>
<context>
    <name>DisplaysPage</name>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="38" />
        <source>Waiting-room screens</source>
        <translation>شاشات الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="40" />
        <source>Screen</source>
        <translation>الشاشة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="41" />
        <source>Shows</source>
        <translation>تعرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="41" />
        <source>every room</source>
        <translation>كل الغرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="42" />
        <location filename="../../hms_desktop/screens/displays/page.py" line="59" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="45" />
        <location filename="../../hms_desktop/screens/displays/page.py" line="99" />
        <source>New screen</source>
        <translation>شاشة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="47" />
        <source>A screen shows and speaks the calls to its rooms.</source>
        <translation>تعرض الشاشة نداءات غرفها وتنطقها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="50" />
        <source>a video or a calm picture beside the list</source>
        <translation>فيديو أو صورة هادئة بجانب القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="51" />
        <source>the list alone</source>
        <translation>القائمة وحدها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="53" />
        <source>in use</source>
        <translation>مستخدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="53" />
        <location filename="../../hms_desktop/screens/displays/page.py" line="122" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="54" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="55" />
        <source>Rooms (none ticked: every room)</source>
        <translation>الغرف (إن لم تُحدَّد أي غرفة: كل الغرف)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="56" />
        <source>Speaks</source>
        <translation>تنطق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="57" />
        <source>Layout</source>
        <translation>التخطيط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="58" />
        <source>Video</source>
        <translation>الفيديو</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="58" />
        <source>plays</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="58" />
        <source>off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="93" />
        <source>Its login is made at the screen's computer: hms-admin kiosk add NAME --settings FILE</source>
        <translation>يُنشأ دخولها على حاسوب الشاشة: hms-admin kiosk add NAME --settings FILE</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="95" />
        <source>Signs in as {login}. A new secret: hms-admin kiosk add NAME --settings FILE</source>
        <translation>تدخل باسم {login}. لسرّ جديد: hms-admin kiosk add NAME --settings FILE</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="102" />
        <source>Choose at least one language.</source>
        <translation>اختر لغة واحدة على الأقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="124" />
        <source>not set up yet</source>
        <translation>لم تُجهَّز بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="124" />
        <source>never seen yet</source>
        <translation>لم تظهر بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="127" />
        <source>alive</source>
        <translation>متصلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/displays/page.py" line="128" />
        <source>silent {n} min</source>
        <translation>صامتة منذ {n} min</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="73" />
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="75" />
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="77" />
        <source>Empty the form</source>
        <translation>إفراغ النموذج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="117" />
        <source>Register a patient</source>
        <translation>تسجيل مريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="118" />
        <source>Edit {name}</source>
        <translation>تعديل {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="122" />
        <source>Enter goes on to the next field; Esc steps back and loses nothing</source>
        <translation>مفتاح Enter ينتقل إلى الحقل التالي؛ وEsc يرجع خطوة من دون فقدان شيء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="123" />
        <source>MRN {number}</source>
        <translation>رقم الملف {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="170" />
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/editor.py" line="190" />
        <source>Perhaps this patient is registered already: look beside the form. Save again if not.</source>
        <translation>ربما هذا المريض مسجّل بالفعل: انظر بجانب النموذج. وإلا فاحفظ مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="64" />
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="66" />
        <source>Discard changes</source>
        <translation>تجاهل التغييرات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="72" />
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="190" />
        <source>The changes were discarded.</source>
        <translation>أُهملت التغييرات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="223" />
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="281" />
        <source>Saved: {name}</source>
        <translation>حُفظ: {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/editor_page.py" line="320" />
        <source>Changed and not saved in other entries: {n}</source>
        <translation>تغييرات غير محفوظة في إدخالات أخرى: {n}</translation>
    </message>
</context>
<context>
    <name>ExceptionsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="234" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="241" />
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="235" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="242" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="236" />
        <source>Hours</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="237" />
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="35" />
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="239" />
        <source>Different on a date</source>
        <translation>اختلاف في تاريخ معيّن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="239" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="267" />
        <source>New date</source>
        <translation>تاريخ جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="243" />
        <source>Which session</source>
        <translation>أي جلسة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="244" />
        <source>From (not where closed)</source>
        <translation>من (إن لم تكن مغلقة)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="245" />
        <source>Until (not where closed)</source>
        <translation>حتى (إن لم تكن مغلقة)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="246" />
        <source>Length of a slot, minutes</source>
        <translation>مدة الفترة، بالدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="247" />
        <source>Places in a slot</source>
        <translation>الأماكن في الفترة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="248" />
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="48" />
        <source>Why, as the desks see it</source>
        <translation>السبب كما يظهر لمكاتب الاستقبال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="254" />
        <source>all of the day</source>
        <translation>طوال اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="30" />
        <source>Days not as usual</source>
        <translation>أيام غير معتادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="32" />
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="45" />
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="33" />
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="46" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="33" />
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="59" />
        <source>all services</source>
        <translation>كل الخدمات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="34" />
        <source>Gives tickets</source>
        <translation>تصدر التذاكر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="38" />
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="77" />
        <source>New day</source>
        <translation>يوم جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="40" />
        <source>Holidays, short days and long ones; every other day is as its weekday.</source>
        <translation>العطل والأيام القصيرة والطويلة؛ وكل يوم آخر يتبع يوم أسبوعه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="47" />
        <source>Hours (empty: gives no tickets)</source>
        <translation>الساعات (فارغ: لا تصدر تذاكر)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="49" />
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="55" />
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="87" />
        <source>Type one span of hours like 8-12, or nothing.</source>
        <translation>اكتب فترة ساعات واحدة مثل ‎8-12، أو لا شيء.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/exceptions.py" line="112" />
        <source>{day} is as its weekday again.</source>
        <translation>عاد {day} إلى مواعيد يوم أسبوعه.</translation>
    </message>
</context>
<context>
    <name>FacilityPage</name>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="24" />
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="65" />
        <source>Hospital</source>
        <translation>المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="25" />
        <source>What tickets, screens and the business day go by.</source>
        <translation>ما تتبعه التذاكر والشاشات ويوم العمل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="32" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="33" />
        <source>Time zone (IANA name)</source>
        <translation>المنطقة الزمنية (اسم IANA)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="34" />
        <source>The business day begins at</source>
        <translation>يبدأ يوم العمل الساعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="35" />
        <source>Currency (three letters)</source>
        <translation>العملة (ثلاثة أحرف)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="36" />
        <source>Country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="37" />
        <source>Languages of the screens</source>
        <translation>لغات الشاشات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="38" />
        <source>Chosen by the hospital</source>
        <translation>من اختيار المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="69" />
        <source>Choose a time zone by its IANA name, such as Africa/Nairobi.</source>
        <translation>اختر منطقة زمنية باسمها في IANA، مثل Africa/Nairobi.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/facility.py" line="71" />
        <source>Choose at least one language.</source>
        <translation>اختر لغة واحدة على الأقل.</translation>
    </message>
</context>
<context>
    <name>FindTime</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="48" />
        <source>Find a time</source>
        <translation>البحث عن وقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="57" />
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="58" />
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="59" />
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="98" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="60" />
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="99" />
        <source>Doctor</source>
        <translation>الطبيب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="61" />
        <source>Room</source>
        <translation>الغرفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="62" />
        <source>Free</source>
        <translation>متاح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="66" />
        <source>Free times</source>
        <translation>الأوقات المتاحة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="72" />
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="73" />
        <source>Take this time</source>
        <translation>اختيار هذا الوقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="79" />
        <source>any</source>
        <translation>أيّ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="86" />
        <source>any time</source>
        <translation>أي وقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="87" />
        <source>before noon</source>
        <translation>قبل الظهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="88" />
        <source>afternoon</source>
        <translation>بعد الظهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="89" />
        <source>from 17:00 on</source>
        <translation>من 17:00 فصاعدًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="92" />
        <source>any day</source>
        <translation>أي يوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="97" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="100" />
        <source>Not before</source>
        <translation>ليس قبل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="101" />
        <source>Time of day</source>
        <translation>وقت اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="102" />
        <source>Weekday</source>
        <translation>يوم الأسبوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="103" />
        <source>Slots in a row</source>
        <translation>فترات متتالية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="144" />
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/finding.py" line="149" />
        <source>No free time. Choose a later date, another doctor or time of day; or put them on the list.</source>
        <translation>لا يوجد وقت متاح. اختر تاريخًا لاحقًا أو طبيبًا آخر أو وقتًا آخر من اليوم؛ أو أضف المريض إلى القائمة.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <location filename="../../hms_desktop/widgets/forms.py" line="143" />
        <source>{title} (required)</source>
        <translation>{title} (مطلوب)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/forms.py" line="204" />
        <source>Fill in: {title}.</source>
        <translation>املأ: {title}.</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <location filename="../../hms_desktop/widgets/forms.py" line="254" />
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
</context>
<context>
    <name>GlobalBox</name>
    <message>
        <location filename="../../hms_desktop/app/finding.py" line="82" />
        <source>Find a patient or ticket, or type a command</source>
        <translation>ابحث عن مريض أو تذكرة، أو اكتب أمرًا</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/hands.py" line="82" />
        <source>Moving {patient}: choose the new time, Enter puts it there, Esc leaves it.</source>
        <translation>نقل موعد {patient}: اختر الوقت الجديد، ثم Enter لوضعه فيه، وEsc للتراجع.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/hands.py" line="94" />
        <source>This time is full</source>
        <translation>هذا الوقت ممتلئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/hands.py" line="95" />
        <source>Put {patient} on top of it?</source>
        <translation>هل تريد حجزًا إضافيًا فيه لـ {patient}؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/hands.py" line="96" />
        <source>Put on top</source>
        <translation>حجز إضافي</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="35" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="36" />
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="37" />
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="38" />
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="39" />
        <source>Was</source>
        <translation>كان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="40" />
        <source>Is</source>
        <translation>أصبح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="44" />
        <source>Changes, the newest first</source>
        <translation>التغييرات، الأحدث أولًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="46" />
        <location filename="../../hms_desktop/screens/patients/history.py" line="70" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="50" />
        <source>Older ones</source>
        <translation>الأقدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="57" />
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="74" />
        <source>Nothing was changed yet.</source>
        <translation>لم يُغيَّر شيء بعد.</translation>
    </message>
</context>
<context>
    <name>HolidaysPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="42" />
        <source>Holidays</source>
        <translation>العطل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="44" />
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="62" />
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="45" />
        <source>Holiday</source>
        <translation>العطلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="48" />
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="78" />
        <source>New holiday</source>
        <translation>عطلة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="50" />
        <source>No holidays in this year. F7 fills in those of a country.</source>
        <translation>لا عطل في هذه السنة. اضغط F7 لتعبئة عطل بلد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="54" />
        <source>Year</source>
        <translation>السنة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="56" />
        <source>Fill in a country's</source>
        <translation>تعبئة عطل بلد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="63" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="64" />
        <source>A working day after all</source>
        <translation>جعله يوم عمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="105" />
        <source>Holidays added: {n}.</source>
        <translation>العطل المضافة: {n}.</translation>
    </message>
</context>
<context>
    <name>HoursPage</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="42" />
        <source>Queue rules</source>
        <translation>قواعد الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="44" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="45" />
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="46" />
        <source>Estimate</source>
        <translation>التقدير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="50" />
        <source>When a service gives tickets, and the numbers by which its queue goes.</source>
        <translation>متى تصدر الخدمة التذاكر، والأعداد التي يسير عليها طابورها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="52" />
        <source>for example 8-12, 13:30-16</source>
        <translation>مثلًا ‎8-12, 13:30-16</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="53" />
        <source>Last ticket, minutes before closing</source>
        <translation>آخر تذكرة، بالدقائق قبل الإغلاق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="54" />
        <source>Expected wait on tickets and screens</source>
        <translation>الانتظار المتوقع على التذاكر والشاشات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="55" />
        <source>Waited long after, minutes</source>
        <translation>يُعدّ الانتظار طويلًا بعد، بالدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="56" />
        <source>Priority calls in a row before who waited long</source>
        <translation>نداءات الأولوية المتتالية قبل من طال انتظاره</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="57" />
        <source>Appointments wait with the others, minutes before</source>
        <translation>تنتظر المواعيد مع الآخرين قبل وقتها، بالدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="58" />
        <source>Put back behind the next</source>
        <translation>عدد من يسبقون التذكرة المُعادة إلى الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="59" />
        <source>Back from a test behind the next (0: as it arrived)</source>
        <translation>عدد من يسبقون العائد من فحص (0: حسب وقت وصوله)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="60" />
        <source>Back from a test to the same room</source>
        <translation>العائد من فحص يرجع إلى الغرفة نفسها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="61" />
        <source>Seconds between two calls</source>
        <translation>الثواني بين نداءين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="62" />
        <source>Recalls at most</source>
        <translation>الحد الأقصى لإعادة النداء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="63" />
        <source>Calls before a no-show</source>
        <translation>عدد النداءات قبل «لم يحضر»</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="64" />
        <source>Minutes before a no-show</source>
        <translation>الدقائق قبل «لم يحضر»</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="70" />
        <source>Monday</source>
        <translation>الاثنين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="71" />
        <source>Tuesday</source>
        <translation>الثلاثاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="72" />
        <source>Wednesday</source>
        <translation>الأربعاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="73" />
        <source>Thursday</source>
        <translation>الخميس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="74" />
        <source>Friday</source>
        <translation>الجمعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="75" />
        <source>Saturday</source>
        <translation>السبت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="76" />
        <source>Sunday</source>
        <translation>الأحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="80" />
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="80" />
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="83" />
        <source>shown</source>
        <translation>معروض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="83" />
        <source>to staff only</source>
        <translation>للموظفين فقط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="113" />
        <source>Type hours like 8-12, 13:30-16; two of them do not overlap.</source>
        <translation>اكتب الساعات هكذا: ‎8-12, 13:30-16‎؛ من دون تداخل بينها.</translation>
    </message>
</context>
<context>
    <name>IssueTicket</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="47" />
        <location filename="../../hms_desktop/screens/queue/issue.py" line="88" />
        <source>Issue ticket</source>
        <translation>إصدار تذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="61" />
        <source>for example: child under 5</source>
        <translation>مثلًا: طفل دون 5 سنوات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="63" />
        <source>kept with the ticket</source>
        <translation>يُحفظ مع التذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="71" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="72" />
        <source>Priority class</source>
        <translation>فئة الأولوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="73" />
        <source>Reason for the priority</source>
        <translation>سبب الأولوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="74" />
        <source>Journey</source>
        <translation>المسار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="76" />
        <source>Why a ticket outside of the opening hours</source>
        <translation>سبب إصدار تذكرة خارج ساعات العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="84" />
        <source>Register new patient</source>
        <translation>تسجيل مريض جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="95" />
        <source>Another patient</source>
        <translation>مريض آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="144" />
        <source>none: one service</source>
        <translation>بلا مسار: خدمة واحدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="187" />
        <source>MRN {number}</source>
        <translation>رقم الملف {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="207" />
        <source>Issuing the ticket…</source>
        <translation>جارٍ إصدار التذكرة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="234" />
        <source>Ticket {ticket} for {patient}, {service}.</source>
        <translation>التذكرة {ticket} للمريض {patient}، {service}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/issue.py" line="238" />
        <source>About {minutes} min to wait.</source>
        <translation>الانتظار نحو {minutes} min.</translation>
    </message>
</context>
<context>
    <name>JourneysPage</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="26" />
        <source>Journeys</source>
        <translation>المسارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="28" />
        <source>Journey</source>
        <translation>المسار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="29" />
        <source>Way</source>
        <translation>الطريق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="30" />
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="41" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="33" />
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="61" />
        <source>New journey</source>
        <translation>مسار جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="35" />
        <source>One number for several services; finishing one opens the next by itself.</source>
        <translation>رقم واحد لعدة خدمات؛ إنهاء خدمة يفتح التالية تلقائيًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="37" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="39" />
        <source>Service {n}</source>
        <translation>الخدمة {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="40" />
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="45" />
        <source>in use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="40" />
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="45" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/journeys.py" line="71" />
        <source>Choose the services without a gap between them.</source>
        <translation>اختر الخدمات من دون فراغ بينها.</translation>
    </message>
</context>
<context>
    <name>LikelyOne</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="35" />
        <source>Restricted record</source>
        <translation>سجل مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="37" />
        <source>very likely</source>
        <translation>مرجّح جدًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="37" />
        <source>possible</source>
        <translation>محتمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/alike.py" line="53" />
        <source>Enter opens this one instead</source>
        <translation>مفتاح Enter يفتح هذا بدلًا منه</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message>
        <location filename="../../hms_desktop/widgets/lines_field.py" line="172" />
        <source>Remove this line</source>
        <translation>إزالة هذا السطر</translation>
    </message>
</context>
<context>
    <name>ListFile</name>
    <message>
        <location filename="../../hms_desktop/widgets/list_file.py" line="31" />
        <source>Save list…</source>
        <translation>حفظ القائمة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/list_file.py" line="42" />
        <source>Saving the list…</source>
        <translation>جارٍ حفظ القائمة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/list_file.py" line="44" />
        <source>Saved in {file}; rows: {rows}.</source>
        <translation>حُفظت في {file}؛ عدد الصفوف: {rows}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/list_file.py" line="47" />
        <location filename="../../hms_desktop/widgets/list_file.py" line="49" />
        <source>Save list</source>
        <translation>حفظ القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/list_file.py" line="51" />
        <source>Workbook (*.xlsx)</source>
        <translation>مصنف (*.xlsx)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/list_file.py" line="51" />
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="68" />
        <source>Locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="68" />
        <source>Nothing was closed; what was typed is kept for {name}.</source>
        <translation>لم يُغلق شيء؛ ما كُتب محفوظ لـ {name}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="73" />
        <source>Password of {login}</source>
        <translation>كلمة مرور {login}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="75" />
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="81" />
        <source>Somebody else: sign out, drop what was not saved</source>
        <translation>شخص آخر: تسجيل الخروج وترك ما لم يُحفظ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="98" />
        <source>Five wrong passwords in a minute; wait {seconds} seconds and try again.</source>
        <translation>خمس كلمات مرور خاطئة في دقيقة؛ انتظر {seconds} ثانية ثم حاول مجددًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/lock.py" line="101" />
        <source>Checking the password…</source>
        <translation>جارٍ التحقق من كلمة المرور…</translation>
    </message>
</context>
<context>
    <name>MergingPage</name>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="57" />
        <source>Duplicates</source>
        <translation>السجلات المكررة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="62" />
        <source>Merged records</source>
        <translation>السجلات المدمجة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="65" />
        <source>Not the same person</source>
        <translation>ليسا الشخص نفسه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="67" />
        <source>Open restricted…</source>
        <translation>فتح السجل المقيّد…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="69" />
        <source>Undo this merge</source>
        <translation>التراجع عن هذا الدمج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="71" />
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="80" />
        <source>One record</source>
        <translation>السجل الأول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="81" />
        <source>The other</source>
        <translation>السجل الآخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="83" />
        <source>Likeness</source>
        <translation>درجة التشابه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="89" />
        <source>Pairs that may be one person</source>
        <translation>أزواج قد تكون لشخص واحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="93" />
        <source>No pair is waiting. New registrations are compared by hms-admin duplicates scan.</source>
        <translation>لا أزواج في الانتظار. تُقارن التسجيلات الجديدة بالأمر hms-admin duplicates scan.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="97" />
        <source>Stands</source>
        <translation>الباقي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="98" />
        <source>Merged</source>
        <translation>المدموج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="99" />
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="100" />
        <source>By</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="104" />
        <source>Merges that can be undone</source>
        <translation>عمليات دمج يمكن التراجع عنها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="107" />
        <source>Nothing was merged yet.</source>
        <translation>لم يُدمج شيء بعد.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/merging/page.py" line="133" />
        <source>%n pair(s) to decide</source>
        <translation>
            <numerusform>أزواج بانتظار القرار: %n</numerusform><numerusform>أزواج بانتظار القرار: %n</numerusform><numerusform>أزواج بانتظار القرار: %n</numerusform><numerusform>أزواج بانتظار القرار: %n</numerusform><numerusform>أزواج بانتظار القرار: %n</numerusform><numerusform>أزواج بانتظار القرار: %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/merging/page.py" line="134" />
        <source>%n record(s) not compared yet</source>
        <translation>
            <numerusform>سجلات لم تُقارن بعد: %n</numerusform><numerusform>سجلات لم تُقارن بعد: %n</numerusform><numerusform>سجلات لم تُقارن بعد: %n</numerusform><numerusform>سجلات لم تُقارن بعد: %n</numerusform><numerusform>سجلات لم تُقارن بعد: %n</numerusform><numerusform>سجلات لم تُقارن بعد: %n</numerusform></translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="161" />
        <source>Choose a pair on the left to see both records.</source>
        <translation>اختر زوجًا من القائمة الجانبية لعرض السجلين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="168" />
        <source>A restricted record is opened with a reason before it can be compared.</source>
        <translation>يُفتح السجل المقيّد مع ذكر السبب قبل أن تمكن مقارنته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="178" />
        <source>Arrow keys choose a pair, Tab goes to its fields; Ctrl+Enter merges, Ctrl+T keeps two.</source>
        <translation>الأسهم لاختيار الزوج، وTab للانتقال إلى حقوله؛ Ctrl+Enter للدمج، وCtrl+T للإبقاء على السجلين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="180" />
        <source>What was written since a merge stays with the record that stands when it is undone.</source>
        <translation>عند التراجع عن الدمج يبقى ما كُتب بعده في السجل الباقي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="195" />
        <source>Merging…</source>
        <translation>جارٍ الدمج…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="204" />
        <source>{gone} is merged into {kept}.</source>
        <translation>دُمج {gone} في {kept}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="218" />
        <source>These stay two people and are not offered again.</source>
        <translation>يبقيان مريضين مختلفين ولن يُعرضا مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="236" />
        <source>The merge is undone; these are two records again.</source>
        <translation>تم التراجع عن الدمج؛ عادا سجلين منفصلين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="250" />
        <source>Open a restricted record</source>
        <translation>فتح سجل مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="251" />
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="253" />
        <source>It opens for you for 15 minutes; who opened it, when and why is kept.</source>
        <translation>يُفتح لك مدة 15 دقيقة؛ ويُحفظ من فتحه ومتى ولماذا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/page.py" line="256" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="72" />
        <location filename="../../hms_desktop/widgets/message_bar.py" line="94" />
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="75" />
        <source>Put this message away</source>
        <translation>إخفاء هذه الرسالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="148" />
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="149" />
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="150" />
        <source>Not done</source>
        <translation>لم يتم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/message_bar.py" line="151" />
        <source>Stopped</source>
        <translation>توقف</translation>
    </message>
</context>
<context>
    <name>MixingPage</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="21" />
        <source>as one line, by class and arrival</source>
        <translation>كطابور واحد، حسب الفئة ووقت الوصول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="22" />
        <source>in this order, the first line first</source>
        <translation>بهذا الترتيب، الطابور الأول أولًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="23" />
        <source>by shares</source>
        <translation>حسب الحصص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="24" />
        <source>where somebody has waited longest</source>
        <translation>حيث الانتظار الأطول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="28" />
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="58" />
        <source>Mixed lines</source>
        <translation>الطوابير المختلطة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="30" />
        <source>Room or counter</source>
        <translation>الغرفة أو الشباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="31" />
        <source>Takes</source>
        <translation>طريقة الأخذ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="32" />
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="36" />
        <source>How a room that serves several services takes from their lines.</source>
        <translation>كيف تأخذ الغرفة التي تخدم عدة خدمات من طوابيرها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="37" />
        <source>{words} · share {n}</source>
        <translation>{words} · الحصة {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="38" />
        <source>Takes from the lines</source>
        <translation>الأخذ من الطوابير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="39" />
        <source>Order and shares (Alt and arrows move, + and − change)</source>
        <translation>الترتيب والحصص (Alt مع الأسهم للنقل، و+ و− للتغيير)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="40" />
        <source>In order: calls in a row that may pass who waited long</source>
        <translation>بالترتيب: نداءات متتالية قد تسبق من طال انتظاره</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/mixing.py" line="42" />
        <source>No room serves more than one service.</source>
        <translation>لا توجد غرفة تخدم أكثر من خدمة.</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="137" />
        <location filename="../../hms_desktop/screens/queue/panel.py" line="144" />
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="140" />
        <source>Call next</source>
        <translation>نداء التالي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="153" />
        <source>Nobody waits</source>
        <translation>لا أحد ينتظر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="154" />
        <source>New tickets appear here by themselves.</source>
        <translation>تظهر التذاكر الجديدة هنا تلقائيًا.</translation>
    </message>
</context>
<context>
    <name>OfClinicPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="123" />
        <source>Nothing here yet. Ctrl+N begins an entry of the clinic chosen above.</source>
        <translation>لا شيء هنا بعد. اضغط Ctrl+N لبدء إدخال للعيادة المختارة أعلاه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="126" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="129" />
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="149" />
        <source>{n} appointments to come have no session any more: move or cancel them.</source>
        <translation>مواعيد قادمة لم تعد لها جلسة: {n}؛ انقلها أو ألغِها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="162" />
        <source>Removed.</source>
        <translation>تمت الإزالة.</translation>
    </message>
</context>
<context>
    <name>OverbookingPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="143" />
        <source>Overbooking</source>
        <translation>الحجز الإضافي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="145" />
        <source>Who</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="146" />
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="146" />
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="162" />
        <source>every clinic</source>
        <translation>كل العيادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="149" />
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="172" />
        <source>New permission</source>
        <translation>إذن جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="152" />
        <source>Duty</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="153" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="154" />
        <source>Withdraw</source>
        <translation>سحب الإذن</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/view.py" line="27" />
        <location filename="../../hms_desktop/screens/printing/view.py" line="31" />
        <source>Paper</source>
        <translation>الورقة</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="41" />
        <source>Papers</source>
        <translation>الأوراق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="44" />
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="45" />
        <source>Paper</source>
        <translation>الورقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="46" />
        <source>About</source>
        <translation>بشأن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="47" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="48" />
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="49" />
        <source>Workstation</source>
        <translation>محطة العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="50" />
        <source>Wanted by</source>
        <translation>بطلب من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="51" />
        <source>Why not</source>
        <translation>سبب التعذر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="55" />
        <source>Papers of today</source>
        <translation>أوراق اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="57" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="62" />
        <source>Look at it</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="63" />
        <source>It came out</source>
        <translation>خرجت الورقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="64" />
        <location filename="../../hms_desktop/screens/printing/page.py" line="122" />
        <source>Repeat</source>
        <translation>إعادة الطباعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="65" />
        <source>Take off</source>
        <translation>حذف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="67" />
        <source>A repeated paper says that it is a reprint. What is unknown is never printed by itself.</source>
        <translation>الورقة المعادة تذكر أنها نسخة معادة. وما حالته غير معروفة لا يُطبع تلقائيًا أبدًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="86" />
        <source>Nothing was printed today.</source>
        <translation>لم يُطبع شيء اليوم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="89" />
        <source>Papers of this workstation that need somebody: {n}</source>
        <translation>أوراق محطة العمل هذه التي تحتاج إلى متابعة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="91" />
        <source>Today, at every workstation</source>
        <translation>اليوم، في كل محطات العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="122" />
        <source>Print it now</source>
        <translation>طباعتها الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/page.py" line="135" />
        <source>As it would come out now on {printer}.</source>
        <translation>كما ستخرج الآن على {printer}.</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="23" />
        <source>At least 10 characters; a short sentence that only you would say is a good one.</source>
        <translation>10 أحرف على الأقل؛ جملة قصيرة لا يقولها غيرك خيار جيد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="24" />
        <source>Change your password</source>
        <translation>غيّر كلمة مرورك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="32" />
        <source>Password until now</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="33" />
        <source>New password</source>
        <translation>كلمة مرور جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="34" />
        <source>New password once more</source>
        <translation>كلمة المرور الجديدة مرة أخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="37" />
        <source>Change password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="46" />
        <source>Changing the password…</source>
        <translation>جارٍ تغيير كلمة المرور…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="63" />
        <source>Type the password that you have used until now.</source>
        <translation>اكتب كلمة المرور التي استخدمتها حتى الآن.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/password_dialog.py" line="65" />
        <source>The two new passwords differ; type them again.</source>
        <translation>كلمتا المرور الجديدتان مختلفتان؛ اكتبهما مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>PatientForm</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/form.py" line="85" />
        <source>not asked</source>
        <translation>لم يُسأل عنه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/form.py" line="86" />
        <source>opens only with a reason, and each opening is kept</source>
        <translation>لا يُفتح إلا بذكر سبب، ويُسجَّل كل فتح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/form.py" line="115" />
        <source>Address, language and notes</source>
        <translation>العنوان واللغة والملاحظات</translation>
    </message>
</context>
<context>
    <name>PatientPicker</name>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="118" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="119" />
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="120" />
        <source>Record number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="121" />
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="122" />
        <source>Found by</source>
        <translation>وُجد حسب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="126" />
        <source>Patients found</source>
        <translation>المرضى الذين عُثر عليهم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="128" />
        <location filename="../../hms_desktop/screens/pickers.py" line="143" />
        <source>Type to find a patient.</source>
        <translation>اكتب للبحث عن مريض.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/pickers.py" line="146" />
        <source>%n found</source>
        <translation>
            <numerusform>عُثر على %n</numerusform><numerusform>عُثر على %n</numerusform><numerusform>عُثر على %n</numerusform><numerusform>عُثر على %n</numerusform><numerusform>عُثر على %n</numerusform><numerusform>عُثر على %n</numerusform></translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="87" />
        <location filename="../../hms_desktop/screens/patients/page.py" line="354" />
        <source>Patients</source>
        <translation>المرضى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="92" />
        <source>Register</source>
        <translation>تسجيل مريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="94" />
        <source>Everyone</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="109" />
        <source>Found by</source>
        <translation>وُجد بواسطة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="113" />
        <source>Sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="116" />
        <source>Patients found</source>
        <translation>المرضى الذين عُثر عليهم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="117" />
        <location filename="../../hms_desktop/screens/patients/page.py" line="237" />
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="118" />
        <source>All patients by name</source>
        <translation>كل المرضى حسب الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="146" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="147" />
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="148" />
        <source>Born</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="149" />
        <source>Record number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="150" />
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="199" />
        <source>The server does not answer; this list may be old.</source>
        <translation>الخادم لا يجيب؛ قد تكون هذه القائمة قديمة.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/patients/page.py" line="209" />
        <source>%n found</source>
        <translation>
            <numerusform>عُثر على %n</numerusform><numerusform>عُثر على %n</numerusform><numerusform>عُثر على %n</numerusform><numerusform>عُثر على %n</numerusform><numerusform>عُثر على %n</numerusform><numerusform>عُثر على %n</numerusform></translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="209" />
        <source>the first 100; type on</source>
        <translation>أول 100؛ تابع الكتابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="211" />
        <source>{found}; as a record number it is mistyped</source>
        <translation>{found}؛ كرقم ملف فيه خطأ في الكتابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="213" />
        <location filename="../../hms_desktop/screens/patients/page.py" line="241" />
        <source>Nobody is registered yet. F7 registers the first patient.</source>
        <translation>لا يوجد مرضى مسجّلون بعد. اضغط F7 لتسجيل أول مريض.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="214" />
        <source>in hand lately, here today, registered last</source>
        <translation>من فُتحت ملفاتهم مؤخرًا، والموجودون هنا اليوم، وآخر المسجّلين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="238" />
        <source>Counting the patients…</source>
        <translation>جارٍ عدّ المرضى…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/patients/page.py" line="247" />
        <source>%n patients by name</source>
        <translation>
            <numerusform>المرضى حسب الاسم: %n</numerusform><numerusform>المرضى حسب الاسم: %n</numerusform><numerusform>المرضى حسب الاسم: %n</numerusform><numerusform>المرضى حسب الاسم: %n</numerusform><numerusform>المرضى حسب الاسم: %n</numerusform><numerusform>المرضى حسب الاسم: %n</numerusform></translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="320" />
        <source>Open a restricted record</source>
        <translation>فتح سجل مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="321" />
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="323" />
        <source>It opens for you for 15 minutes; who opened it, when and why is kept.</source>
        <translation>يُفتح لك مدة 15 دقيقة؛ ويُحفظ من فتحه ومتى ولماذا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="326" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="374" />
        <source>Registered; the record number is {number}.</source>
        <translation>تم التسجيل؛ رقم الملف {number}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/page.py" line="374" />
        <source>Saved {number}.</source>
        <translation>حُفظ {number}.</translation>
    </message>
</context>
<context>
    <name>PlanningPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_page.py" line="20" />
        <source>Clinics</source>
        <translation>العيادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_page.py" line="21" />
        <source>When clinics work, and how they are booked. Ctrl+Page Down goes to the next list.</source>
        <translation>متى تعمل العيادات وكيف تُحجز. اضغط Ctrl+Page Down للقائمة التالية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_page.py" line="23" />
        <location filename="../../hms_desktop/screens/appointments/planning_page.py" line="24" />
        <source>Lists of the clinics</source>
        <translation>قوائم العيادات</translation>
    </message>
</context>
<context>
    <name>Press</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/press.py" line="174" />
        <source>{paper} was not printed. {why}</source>
        <translation>لم تُطبع {paper}. {why}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/press.py" line="175" />
        <source>Repeat</source>
        <translation>إعادة الطباعة</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/view.py" line="65" />
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>PrinterChoices</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/choices.py" line="30" />
        <location filename="../../hms_desktop/screens/printing/choices.py" line="31" />
        <source>Printing at this workstation</source>
        <translation>الطباعة في محطة العمل هذه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/choices.py" line="32" />
        <source>No printer is set up yet; an administrator does it.</source>
        <translation>لم تُجهَّز أي طابعة بعد؛ يقوم المسؤول بذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/choices.py" line="85" />
        <source>by itself</source>
        <translation>تلقائيًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/choices.py" line="86" />
        <source>{paper}: printer</source>
        <translation>{paper}: الطابعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/choices.py" line="87" />
        <source>{paper}: comes by itself</source>
        <translation>{paper}: تخرج تلقائيًا</translation>
    </message>
</context>
<context>
    <name>PrintersPage</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="40" />
        <source>Printers</source>
        <translation>الطابعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="42" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="76" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="43" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="77" />
        <source>Reached by</source>
        <translation>طريقة الاتصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="44" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="79" />
        <source>Paper</source>
        <translation>الورقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="45" />
        <source>Prints</source>
        <translation>تطبع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="46" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="80" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="49" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="123" />
        <source>New printer</source>
        <translation>طابعة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="55" />
        <source>What they are meant for; each workstation may choose among them in its settings.</source>
        <translation>ما خُصصت له؛ ويمكن لكل محطة عمل أن تختار منها في إعداداتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="58" />
        <source>Look at a paper</source>
        <translation>معاينة ورقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="59" />
        <source>Print a test page</source>
        <translation>طباعة صفحة اختبار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="62" />
        <source>The paper to look at</source>
        <translation>الورقة المراد معاينتها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="72" />
        <source>None: all text as a picture</source>
        <translation>لا شيء: كل النص كصورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="75" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="190" />
        <source>in use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="75" />
        <location filename="../../hms_desktop/screens/printing/printers.py" line="190" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="78" />
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="81" />
        <source>Prints (Space ticks)</source>
        <translation>تطبع (المسافة للتحديد)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="82" />
        <source>Letters of the roll printer</source>
        <translation>حروف طابعة الإيصالات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="83" />
        <source>Label's width (mm)</source>
        <translation>عرض الملصق (mm)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="84" />
        <source>Label's height (mm)</source>
        <translation>ارتفاع الملصق (mm)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="155" />
        <source>as Windows shows it</source>
        <translation>كما يظهر في Windows</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="158" />
        <source>as the computer shows it; empty: its usual one</source>
        <translation>كما يظهر في الحاسوب؛ فارغ: طابعته المعتادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="159" />
        <source>none: it goes to the person's own data folder</source>
        <translation>لا شيء: تُحفظ في مجلد بيانات المستخدم نفسه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="172" />
        <source>Save the printer first; then it prints its test page.</source>
        <translation>احفظ الطابعة أولًا؛ ثم اطبع صفحة الاختبار.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/printers.py" line="184" />
        <source>A sample that speaks of nobody, as it would come out.</source>
        <translation>عيّنة لا تخص أحدًا، كما ستخرج.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <location filename="../../hms_desktop/app/program.py" line="109" />
        <source>Something went wrong in this program; what you typed is kept. Report {number} is in the log.</source>
        <translation>حدث خطأ في هذا البرنامج؛ ما كتبته محفوظ. البلاغ {number} في السجل.</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <location filename="../../hms_desktop/widgets/busy.py" line="31" />
        <source>Working</source>
        <translation>جارٍ العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/busy.py" line="33" />
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/busy.py" line="67" />
        <source>Still working…</source>
        <translation>ما زال العمل جاريًا…</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="85" />
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="87" />
        <source>Enter does the obvious next thing · F8 calls the next · Del takes off the queue, with undo</source>
        <translation>مفتاح Enter ينفّذ الخطوة التالية المتوقعة · F8 لنداء التالي · Del للسحب من الطابور مع إمكانية التراجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="102" />
        <source>Issue ticket</source>
        <translation>إصدار تذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="104" />
        <location filename="../../hms_desktop/screens/queue/page.py" line="211" />
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="112" />
        <source>Ticket</source>
        <translation>التذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="114" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="119" />
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="120" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="121" />
        <source>Min</source>
        <translation>دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="122" />
        <source>Why here</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="123" />
        <source>Room</source>
        <translation>الغرفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="124" />
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="128" />
        <source>Queue of today</source>
        <translation>طابور اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="130" />
        <source>Reading the queue…</source>
        <translation>جارٍ قراءة الطابور…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="200" />
        <location filename="../../hms_desktop/screens/queue/page.py" line="216" />
        <source>All services</source>
        <translation>كل الخدمات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="214" />
        <source>Services of {room}</source>
        <translation>خدمات {room}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="238" />
        <source>Nobody waits. F6 issues a ticket.</source>
        <translation>لا أحد في الانتظار. اضغط F6 لإصدار تذكرة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="266" />
        <source>{count} waiting</source>
        <translation>في الانتظار: {count}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="268" />
        <source>longest {minutes} min</source>
        <translation>الأطول {minutes} min</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="269" />
        <source>{count} served today</source>
        <translation>خُدم اليوم: {count}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="278" />
        <source>The server does not answer; this is the queue as it was.</source>
        <translation>الخادم لا يجيب؛ هذا هو الطابور كما كان.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="311" />
        <source>Call {ticket} now</source>
        <translation>نداء {ticket} الآن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="314" />
        <source>Put {ticket} back</source>
        <translation>إعادة {ticket} إلى الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="318" />
        <source>Transfer…</source>
        <translation>تحويل…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="322" />
        <source>Take off the queue… (Del)</source>
        <translation>السحب من الطابور… (Del)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="325" />
        <source>Print ticket (Ctrl+P)</source>
        <translation>طباعة التذكرة (Ctrl+P)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="326" />
        <source>Show the patient</source>
        <translation>عرض المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/page.py" line="335" />
        <source>Finish, on to {service}</source>
        <translation>إنهاء، والتحويل إلى {service}</translation>
    </message>
</context>
<context>
    <name>ReasonsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="22" />
        <source>Reasons for priority</source>
        <translation>أسباب الأولوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="24" />
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="39" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="25" />
        <source>Class</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="26" />
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="43" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="29" />
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="72" />
        <source>New reason</source>
        <translation>سبب جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="31" />
        <source>What a desk may choose when somebody goes before others.</source>
        <translation>ما يمكن لمكتب الاستقبال اختياره عند تقديم أحد على غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="35" />
        <source>no reason is needed</source>
        <translation>لا يلزم سبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="36" />
        <source>a reason is needed, any words</source>
        <translation>يلزم سبب، بأي صياغة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="37" />
        <source>one of the list is needed</source>
        <translation>يلزم سبب من القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="40" />
        <source>Priority class</source>
        <translation>فئة الأولوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="41" />
        <source>A ticket of this class</source>
        <translation>التذكرة من هذه الفئة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="42" />
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="48" />
        <source>in use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="42" />
        <location filename="../../hms_desktop/screens/queue/reasons.py" line="48" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>RepeatForm</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="33" />
        <source>weeks</source>
        <translation>أسابيع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="33" />
        <source>days</source>
        <translation>أيام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="33" />
        <source>months</source>
        <translation>أشهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="34" />
        <source>after so many visits</source>
        <translation>بعد عدد من الزيارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="34" />
        <source>on a date</source>
        <translation>في تاريخ محدد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="38" />
        <source>Every</source>
        <translation>كل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="39" />
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="40" />
        <source>It ends</source>
        <translation>تنتهي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="41" />
        <source>Visits</source>
        <translation>الزيارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="42" />
        <source>Last date</source>
        <translation>آخر تاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="44" />
        <source>Dates of the visits</source>
        <translation>تواريخ الزيارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/repeating.py" line="79" />
        <source>✗ {date}: {why}</source>
        <translation>✗ {date}: {why}</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <location filename="../../hms_desktop/app/finding.py" line="42" />
        <source>What</source>
        <translation>النوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/finding.py" line="43" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/finding.py" line="44" />
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/finding.py" line="48" />
        <source>Found</source>
        <translation>وُجد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/finding.py" line="53" />
        <source>Nothing found</source>
        <translation>لا توجد نتائج</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="22" />
        <source>Where do you work?</source>
        <translation>أين تعمل؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="27" />
        <source>Type to find a room or counter</source>
        <translation>اكتب للبحث عن غرفة أو شباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="33" />
        <source>Room or counter</source>
        <translation>الغرفة أو الشباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="34" />
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="35" />
        <source>Serves</source>
        <translation>يخدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="39" />
        <source>Rooms and counters</source>
        <translation>الغرف والشبابيك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="41" />
        <source>No such room; an administrator adds rooms.</source>
        <translation>لا توجد غرفة كهذه؛ يضيف المسؤول الغرف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="46" />
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/room_dialog.py" line="48" />
        <source>Work here</source>
        <translation>العمل هنا</translation>
    </message>
</context>
<context>
    <name>RoomsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="22" />
        <source>Rooms and counters</source>
        <translation>الغرف والشبابيك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="24" />
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="35" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="25" />
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="36" />
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="26" />
        <source>Serves</source>
        <translation>يخدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="27" />
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="38" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="30" />
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="52" />
        <source>New room or counter</source>
        <translation>غرفة أو شباك جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="32" />
        <source>Where patients are called to, by the name that the screens show and say.</source>
        <translation>المكان الذي يُنادى إليه المرضى، بالاسم الذي تعرضه الشاشات وتنطقه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/rooms.py" line="37" />
        <source>Serves (Space ticks)</source>
        <translation>تخدم (المسافة للتحديد)</translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/scopes.py" line="65" />
        <location filename="../../hms_desktop/screens/appointments/scopes.py" line="77" />
        <source>Whose appointments</source>
        <translation>مواعيد مَن</translation>
    </message>
</context>
<context>
    <name>SeatCard</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="205" />
        <source>Counter</source>
        <translation>الشباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="207" />
        <location filename="../../hms_desktop/screens/queue/panel.py" line="231" />
        <source>Open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="208" />
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="209" />
        <source>Close…</source>
        <translation>إغلاق…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="231" />
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="25" />
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="27" />
        <source>Letters</source>
        <translation>الحروف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="28" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="29" />
        <location filename="../../hms_desktop/screens/organisation/services.py" line="40" />
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="30" />
        <source>Rooms</source>
        <translation>الغرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="31" />
        <location filename="../../hms_desktop/screens/organisation/services.py" line="41" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="34" />
        <location filename="../../hms_desktop/screens/organisation/services.py" line="61" />
        <source>New service</source>
        <translation>خدمة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="36" />
        <source>A patient waits for a service; its letters stand before the ticket's number.</source>
        <translation>ينتظر المريض خدمة؛ وتُكتب حروفها قبل رقم التذكرة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="38" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/organisation/services.py" line="39" />
        <source>Letters on the ticket, A to Z</source>
        <translation>حروف التذكرة، من A إلى Z</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="171" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="179" />
        <source>Weekday</source>
        <translation>يوم الأسبوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="172" />
        <source>Hours</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="173" />
        <source>Slot, min</source>
        <translation>الفترة، min</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="174" />
        <source>Places</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="175" />
        <source>On top</source>
        <translation>إضافي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="176" />
        <source>Where and who</source>
        <translation>أين ومن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="178" />
        <source>Weekly sessions</source>
        <translation>الجلسات الأسبوعية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="178" />
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="203" />
        <source>New session</source>
        <translation>جلسة جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="180" />
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="181" />
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="182" />
        <source>Length of a slot, minutes</source>
        <translation>مدة الفترة، بالدقائق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="183" />
        <source>Places in a slot</source>
        <translation>الأماكن في الفترة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="184" />
        <source>On top of a session, with permission</source>
        <translation>حجوزات إضافية في الجلسة، بإذن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="185" />
        <source>First date</source>
        <translation>أول تاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="186" />
        <source>Last date (2099: goes on)</source>
        <translation>آخر تاريخ (2099: مستمرة)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="208" />
        <source>A session ends after it begins.</source>
        <translation>تنتهي الجلسة بعد بدايتها.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="40" />
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="41" />
        <source>They belong to this workstation: {name}</source>
        <translation>تخص محطة العمل هذه: {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="46" />
        <source>As the computer does</source>
        <translation>كما في الحاسوب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="47" />
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="48" />
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="49" />
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="54" />
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="55" />
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="57" />
        <source>Another language appears at once; while something typed is not saved, at your next sign-in.</source>
        <translation>تظهر اللغة الأخرى فورًا؛ وإن وُجد نص لم يُحفظ، فعند دخولك التالي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="100" />
        <source>The desk locks itself after {n} minutes without a key or a click.</source>
        <translation>يُقفل المكتب نفسه بعد {n} دقائق دون ضغطة مفتاح أو نقرة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="102" />
        <source>The desk does not lock itself; Ctrl+L locks it.</source>
        <translation>المكتب لا يُقفل تلقائيًا؛ اضغط Ctrl+L لقفله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="106" />
        <source>Change password…</source>
        <translation>تغيير كلمة المرور…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="115" />
        <source>HMS Desktop {version}</source>
        <translation>HMS Desktop {version}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/settings_page.py" line="116" />
        <source>Log: {file}</source>
        <translation>السجل: {file}</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="99" />
        <source>HMS Desktop</source>
        <translation>HMS Desktop</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="103" />
        <source>Administration · Alt +</source>
        <translation>الإدارة · Alt +</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="133" />
        <source>Choose the room where you work</source>
        <translation>اختر الغرفة التي تعمل فيها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="134" />
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="135" />
        <source>Change password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="136" />
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="196" />
        <source>Typed and not saved: {n}. Do it once more to leave it unsaved.</source>
        <translation>مكتوب وغير محفوظ: {n}. كرّر الإجراء للمتابعة من دون حفظ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/shell.py" line="223" />
        <source>Choose your room</source>
        <translation>اختر غرفتك</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="43" />
        <location filename="../../hms_desktop/app/sign_in.py" line="52" />
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="49" />
        <location filename="../../hms_desktop/app/sign_in.py" line="61" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="50" />
        <location filename="../../hms_desktop/app/sign_in.py" line="62" />
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="60" />
        <source>Duty</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="71" />
        <source>The demo hospital on this computer. Nobody in it is real.</source>
        <translation>المستشفى التجريبي على هذا الحاسوب. لا أحد فيه حقيقي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="72" />
        <source>this computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="73" />
        <source>{database} on {place}</source>
        <translation>{database} على {place}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="78" />
        <source>Leave the demo…</source>
        <translation>مغادرة العرض التجريبي…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="78" />
        <source>Another server…</source>
        <translation>خادم آخر…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="88" />
        <source>Who do you want to be?</source>
        <translation>من تريد أن تكون؟</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="89" />
        <source>Enter or a double click signs in. The passwords were made for this computer.</source>
        <translation>مفتاح Enter أو نقرة مزدوجة لتسجيل الدخول. أُنشئت كلمات المرور لهذا الحاسوب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="91" />
        <source>Accounts of the demo</source>
        <translation>حسابات العرض التجريبي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="116" />
        <source>Type your name and your password.</source>
        <translation>اكتب اسمك وكلمة مرورك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="119" />
        <source>Signing in…</source>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/sign_in.py" line="135" />
        <source>Five wrong passwords in a minute; wait {seconds} seconds and try again.</source>
        <translation>خمس كلمات مرور خاطئة في دقيقة؛ انتظر {seconds} ثانية ثم حاول مجددًا.</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="26" />
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="28" />
        <location filename="../../hms_desktop/screens/staff/page.py" line="45" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="29" />
        <location filename="../../hms_desktop/screens/staff/page.py" line="46" />
        <source>Signs in as</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="30" />
        <source>Duties</source>
        <translation>المهام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="32" />
        <location filename="../../hms_desktop/screens/staff/page.py" line="51" />
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="33" />
        <location filename="../../hms_desktop/screens/staff/page.py" line="52" />
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="33" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="39" />
        <location filename="../../hms_desktop/screens/staff/page.py" line="82" />
        <source>New person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="41" />
        <source>Each person signs in with an account of their own; duties decide what it may do.</source>
        <translation>يدخل كل شخص بحسابه الخاص؛ والمهام تحدد ما يُسمح له به.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="47" />
        <source>First password</source>
        <translation>كلمة المرور الأولى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="48" />
        <source>Duties (Space ticks)</source>
        <translation>المهام (المسافة للتحديد)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="52" />
        <source>closed, cannot sign in</source>
        <translation>مغلق، لا يمكنه الدخول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="54" />
        <source>New password…</source>
        <translation>كلمة مرور جديدة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="80" />
        <source>not shown to anybody</source>
        <translation>لا تظهر لأحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="91" />
        <source>Choose at least one duty for this person.</source>
        <translation>اختر مهمة واحدة على الأقل لهذا الشخص.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="128" />
        <source>{name} signs in with it from now on; tell it to nobody else.</source>
        <translation>يدخل بها {name} من الآن؛ لا تخبر بها أحدًا غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="130" />
        <source>A new password</source>
        <translation>كلمة مرور جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="131" />
        <source>Give this password</source>
        <translation>منح كلمة المرور هذه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="138" />
        <source>New password</source>
        <translation>كلمة مرور جديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/staff/page.py" line="141" />
        <source>{name} has a new password.</source>
        <translation>لدى {name} كلمة مرور جديدة.</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <location filename="../../hms_desktop/app/starting.py" line="16" />
        <source>The demo hospital is opening</source>
        <translation>جارٍ فتح المستشفى التجريبي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/starting.py" line="20" />
        <source>Working</source>
        <translation>جارٍ العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/starting.py" line="21" />
        <source>Starting the database on this computer…</source>
        <translation>جارٍ تشغيل قاعدة البيانات على هذا الحاسوب…</translation>
    </message>
</context>
<context>
    <name>TakeOffDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="127" />
        <source>Take {ticket} off the queue</source>
        <translation>سحب {ticket} من الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="128" />
        <source>The number is not used again. Ctrl+Z takes it back.</source>
        <translation>لا يُستخدم الرقم مرة أخرى. اضغط Ctrl+Z للتراجع.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="132" />
        <source>Patient left</source>
        <translation>غادر المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="132" />
        <source>Issued by mistake</source>
        <translation>صدرت بالخطأ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="132" />
        <source>Sent elsewhere</source>
        <translation>أُرسل إلى مكان آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="134" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="137" />
        <source>Take off</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="61" />
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="64" />
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="63" />
        <source>Earlier</source>
        <translation>السابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="65" />
        <source>Later</source>
        <translation>اللاحق</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="54" />
        <source>Transfer {ticket}</source>
        <translation>تحويل {ticket}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="55" />
        <source>The ticket keeps its number and its arrival time.</source>
        <translation>تحتفظ التذكرة برقمها ووقت وصولها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="61" />
        <source>Next service</source>
        <translation>الخدمة التالية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="62" />
        <source>Reason (may stay empty)</source>
        <translation>السبب (يمكن تركه فارغًا)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="63" />
        <source>Comes back here afterwards, as after a test</source>
        <translation>تعود إلى هنا بعدها، كما بعد الفحص</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/asking.py" line="69" />
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/view.py" line="76" />
        <location filename="../../hms_desktop/screens/printing/view.py" line="77" />
        <source>Printed papers</source>
        <translation>الأوراق المطبوعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/view.py" line="83" />
        <source>Older</source>
        <translation>الأقدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/view.py" line="84" />
        <source>Newer</source>
        <translation>الأحدث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/view.py" line="85" />
        <source>Open the file</source>
        <translation>فتح الملف</translation>
    </message>
</context>
<context>
    <name>TruthStrip</name>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="30" />
        <source>Server …</source>
        <translation>الخادم …</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="53" />
        <source>Server away</source>
        <translation>الخادم لا يجيب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="54" />
        <source>Waiting-room screens unknown</source>
        <translation>حالة شاشات الانتظار غير معروفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="56" />
        <source>Server {ms} ms</source>
        <translation>الخادم {ms} م.ث</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="73" />
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>ddd d MMM yyyy، HH:mm</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="78" />
        <source>Papers not printed: {n}</source>
        <translation>أوراق لم تُطبع: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="79" />
        <source>Printing: {n}</source>
        <translation>قيد الطباعة: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="86" />
        <source> and {n} more</source>
        <translation> و{n} أخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="87" />
        <source>{name} screen is silent</source>
        <translation>شاشة {name} لا تجيب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="89" />
        <source>No waiting-room screen yet</source>
        <translation>لا توجد شاشة انتظار بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="91" />
        <source>{n} screens alive</source>
        <translation>{n} شاشات تعمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/strip.py" line="93" />
        <source>{name} screen, last sign {seconds} s ago</source>
        <translation>شاشة {name}، آخر إشارة قبل {seconds} ث</translation>
    </message>
</context>
<context>
    <name>UndoCard</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="242" />
        <location filename="../../hms_desktop/screens/queue/panel.py" line="244" />
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>WaitDialog</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="171" />
        <source>Put on the waiting list</source>
        <translation>إضافة إلى قائمة الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="181" />
        <source>any</source>
        <translation>أيّ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="184" />
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="185" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="186" />
        <source>Doctor</source>
        <translation>الطبيب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="187" />
        <source>Slots in a row</source>
        <translation>فترات متتالية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="188" />
        <source>Only on (none: any day)</source>
        <translation>في أيام محددة فقط (بلا تحديد: أي يوم)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="189" />
        <source>Only until a date</source>
        <translation>حتى تاريخ محدد فقط</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="189" />
        <source>Until this date</source>
        <translation>حتى هذا التاريخ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="192" />
        <source>Last date that suits</source>
        <translation>آخر تاريخ مناسب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="195" />
        <source>Note (may stay empty)</source>
        <translation>ملاحظة (يمكن تركها فارغة)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="203" />
        <source>Put on the list</source>
        <translation>إضافة إلى القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="232" />
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
</context>
<context>
    <name>WaitingView</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="80" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="81" />
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="82" />
        <source>For</source>
        <translation>لأجل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="83" />
        <source>Would suit</source>
        <translation>المناسب له</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="84" />
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="86" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="91" />
        <source>Waiting list</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="93" />
        <source>Nobody waits for an earlier time. Ctrl+N notes somebody.</source>
        <translation>لا أحد ينتظر وقتًا أبكر. اضغط Ctrl+N لإضافة شخص.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="96" />
        <source>Put on the list</source>
        <translation>إضافة إلى القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="97" />
        <source>Patient takes it</source>
        <translation>المريض يقبل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="98" />
        <source>Find a time</source>
        <translation>البحث عن وقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="99" />
        <source>Does not suit</source>
        <translation>لا يناسب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="100" />
        <source>Take off the list</source>
        <translation>الحذف من القائمة</translation>
    </message>
</context>
<context>
    <name>WayCard</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/panel.py" line="166" />
        <location filename="../../hms_desktop/screens/queue/panel.py" line="170" />
        <source>The ticket's way</source>
        <translation>مسار التذكرة</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="34" />
        <source>Connect to the hospital's server</source>
        <translation>الاتصال بخادم المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="35" />
        <source>Your IT department knows what to type here. It is kept for the next start.</source>
        <translation>يعرف قسم تقنية المعلومات لديك ما يُكتب هنا. ويُحفظ للتشغيل التالي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="40" />
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="43" />
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="44" />
        <source>Database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="45" />
        <location filename="../../hms_desktop/app/welcome.py" line="122" />
        <source>Certificate file of the hospital</source>
        <translation>ملف شهادة المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="52" />
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="53" />
        <source>Save and go on</source>
        <translation>حفظ ومتابعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="66" />
        <source>not needed for a server on this computer</source>
        <translation>غير لازم لخادم على هذا الحاسوب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="67" />
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="79" />
        <source>Try the demo</source>
        <translation>جرّب العرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="81" />
        <source>A small hospital with invented patients on this computer, a day that runs by itself, and a waiting-room screen beside it. Nothing is sent anywhere.</source>
        <translation>مستشفى صغير بمرضى وهميين على هذا الحاسوب، ويوم يسير تلقائيًا، وبجانبه شاشة غرفة انتظار. لا يُرسل شيء إلى أي مكان.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="85" />
        <source>Start the demo</source>
        <translation>بدء العرض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="108" />
        <source>Asking the server…</source>
        <translation>جارٍ سؤال الخادم…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="119" />
        <source>The server answers and proved who it is.</source>
        <translation>الخادم يجيب وأثبت هويته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/welcome.py" line="123" />
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>الشهادات (*.pem *.crt *.cer);;كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <location filename="../../hms_desktop/app/window.py" line="22" />
        <source>HMS Desktop</source>
        <translation>HMS Desktop</translation>
    </message>
</context>
<context>
    <name>_Header</name>
    <message>
        <location filename="../../hms_desktop/widgets/section.py" line="39" />
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/section.py" line="39" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>allergens</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="77" />
        <source>Penicillins</source>
        <translation>البنسلينات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="78" />
        <source>Cephalosporins</source>
        <translation>السيفالوسبورينات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="79" />
        <source>Sulfonamides and trimethoprim</source>
        <translation>السلفوناميدات والتريميثوبريم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="80" />
        <source>Macrolides</source>
        <translation>الماكروليدات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="81" />
        <source>Quinolones</source>
        <translation>الكينولونات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="82" />
        <source>Tetracyclines</source>
        <translation>التتراسيكلينات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="83" />
        <source>Aminoglycosides</source>
        <translation>الأمينوغليكوزيدات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="84" />
        <source>Antimalarials</source>
        <translation>مضادات الملاريا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="85" />
        <source>Aspirin and other salicylates</source>
        <translation>الأسبرين وغيره من الساليسيلات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="86" />
        <source>Anti-inflammatory painkillers (NSAIDs)</source>
        <translation>المسكنات المضادة للالتهاب (NSAIDs)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="87" />
        <source>Paracetamol</source>
        <translation>الباراسيتامول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="88" />
        <source>Opioids</source>
        <translation>الأفيونيات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="89" />
        <source>Local anaesthetics</source>
        <translation>أدوية التخدير الموضعي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="90" />
        <source>General anaesthetics</source>
        <translation>أدوية التخدير العام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="91" />
        <source>Muscle relaxants</source>
        <translation>مرخيات العضلات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="92" />
        <source>Antiepileptics</source>
        <translation>مضادات الصرع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="93" />
        <source>ACE inhibitors</source>
        <translation>مثبطات الإنزيم المحوّل للأنجيوتنسين (ACE)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="94" />
        <source>Heparins</source>
        <translation>الهيبارينات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="95" />
        <source>Insulins</source>
        <translation>الأنسولينات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="96" />
        <source>Vaccines</source>
        <translation>اللقاحات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="97" />
        <source>X-ray contrast media with iodine</source>
        <translation>صبغات الأشعة المحتوية على اليود</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="98" />
        <source>Iodine on the skin</source>
        <translation>اليود على الجلد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="99" />
        <source>Chlorhexidine</source>
        <translation>الكلورهيكسيدين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="100" />
        <source>Latex</source>
        <translation>اللاتكس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="101" />
        <source>Adhesive plaster</source>
        <translation>اللاصق الطبي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="102" />
        <source>Nickel</source>
        <translation>النيكل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="103" />
        <source>Peanut</source>
        <translation>الفول السوداني</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="104" />
        <source>Tree nuts</source>
        <translation>المكسرات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="105" />
        <source>Milk</source>
        <translation>الحليب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="106" />
        <source>Egg</source>
        <translation>البيض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="107" />
        <source>Fish</source>
        <translation>السمك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="108" />
        <source>Shellfish</source>
        <translation>المحار والقشريات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="109" />
        <source>Wheat</source>
        <translation>القمح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="110" />
        <source>Soya</source>
        <translation>الصويا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="111" />
        <source>Sesame</source>
        <translation>السمسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="112" />
        <source>Bee and wasp stings</source>
        <translation>لسعات النحل والدبابير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="113" />
        <source>House dust mite</source>
        <translation>عث غبار المنزل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="114" />
        <source>Pollen</source>
        <translation>حبوب اللقاح</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="115" />
        <source>Mould</source>
        <translation>العفن</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="116" />
        <source>Animal hair</source>
        <translation>شعر الحيوانات</translation>
    </message>
</context>
<context>
    <name>appointments</name>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="39" />
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="40" />
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="41" />
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="42" />
        <source>MRN</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="43" />
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="44" />
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/arrivals.py" line="45" />
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="45" />
        <source>Check in</source>
        <translation>تسجيل الحضور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="46" />
        <source>Move</source>
        <translation>نقل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="47" />
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="48" />
        <source>No-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="49" />
        <source>Print slip</source>
        <translation>طباعة القسيمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="50" />
        <source>Not here after all</source>
        <translation>التراجع عن تسجيل الحضور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="51" />
        <source>Book again</source>
        <translation>حجز من جديد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/aside.py" line="52" />
        <source>Show the patient</source>
        <translation>عرض المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="14" />
        <source>The patient asked</source>
        <translation>بطلب من المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="15" />
        <source>The doctor is away</source>
        <translation>الطبيب غائب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="16" />
        <source>The hospital had to</source>
        <translation>لظروف المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="17" />
        <source>Booked by mistake</source>
        <translation>حُجز بالخطأ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/asking.py" line="18" />
        <source>Another reason</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="18" />
        <source>Week</source>
        <translation>أسبوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="19" />
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="20" />
        <source>Arrivals</source>
        <translation>الوصول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/bar.py" line="21" />
        <source>Waiting list</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="32" />
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="33" />
        <source>Extra session</source>
        <translation>فترة إضافية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="34" />
        <source>Changed hours</source>
        <translation>دوام معدّل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="115" />
        <source>in use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_clinics.py" line="115" />
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="141" />
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="25" />
        <source>Front desk</source>
        <translation>الاستقبال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="26" />
        <source>Clinician</source>
        <translation>الممارس السريري</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="27" />
        <source>Manager</source>
        <translation>المدير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="30" />
        <source>No reminders</source>
        <translation>بلا تذكيرات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="31" />
        <source>To patients who agreed</source>
        <translation>للمرضى الموافقين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/planning_hospital.py" line="32" />
        <source>To all who did not refuse</source>
        <translation>لكل من لم يرفض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/scopes.py" line="32" />
        <source>Everybody</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="142" />
        <source>{time} past</source>
        <translation>{time} مضى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="148" />
        <source>{span}, closed: {note}</source>
        <translation>{span}، مغلقة: {note}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="150" />
        <source>{span}, past</source>
        <translation>{span}، مضت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="152" />
        <source>{span}, full</source>
        <translation>{span}، ممتلئة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="153" />
        <source>{span}, {free} of {places} free</source>
        <translation>{span}، المتاح {free} من {places}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="160" />
        <source>… {name}</source>
        <translation>… {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/sheets.py" line="163" />
        <source>+ {name}</source>
        <translation>+ {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="41" />
        <source>restricted record</source>
        <translation>ملف مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="51" />
        <source>until {date}</source>
        <translation>حتى {date}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="53" />
        <source>any time</source>
        <translation>أي وقت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="59" />
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/waiting.py" line="60" />
        <source>{when}, held until {time}</source>
        <translation>{when}، محجوز مؤقتًا حتى {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="27" />
        <source>offered</source>
        <translation>معروض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="28" />
        <source>booked</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="29" />
        <source>arrived</source>
        <translation>حضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="30" />
        <source>in service</source>
        <translation>قيد الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="31" />
        <source>done</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="32" />
        <source>cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="33" />
        <source>no-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="41" />
        <source>{state}, on top</source>
        <translation>{state}، فوق السعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="52" />
        <source>restricted record {number}</source>
        <translation>ملف مقيّد {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/appointments/words.py" line="73" />
        <source>{date}, {time}</source>
        <translation>{date}، {time}</translation>
    </message>
</context>
<context>
    <name>likeness</name>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="18" />
        <source>same names</source>
        <translation>الأسماء متطابقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="19" />
        <source>names nearly the same</source>
        <translation>الأسماء شبه متطابقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="20" />
        <source>given and family name exchanged</source>
        <translation>الاسم الأول واسم العائلة متبادلان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="21" />
        <source>same given name</source>
        <translation>الاسم الأول متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="22" />
        <source>given name nearly the same</source>
        <translation>الاسم الأول شبه متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="23" />
        <source>given name or its initial</source>
        <translation>الاسم الأول أو حرفه الأول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="24" />
        <source>part of the given name</source>
        <translation>جزء من الاسم الأول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="25" />
        <source>given name sounds alike</source>
        <translation>الاسم الأول متشابه لفظًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="26" />
        <source>similar given name</source>
        <translation>الاسم الأول متشابه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="27" />
        <source>different given name</source>
        <translation>الاسم الأول مختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="28" />
        <source>same family name</source>
        <translation>اسم العائلة متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="29" />
        <source>family name nearly the same</source>
        <translation>اسم العائلة شبه متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="30" />
        <source>family name or its initial</source>
        <translation>اسم العائلة أو حرفه الأول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="31" />
        <source>part of the family name</source>
        <translation>جزء من اسم العائلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="32" />
        <source>family name sounds alike</source>
        <translation>اسم العائلة متشابه لفظًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="33" />
        <source>similar family name</source>
        <translation>اسم العائلة متشابه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="34" />
        <source>different family name</source>
        <translation>اسم العائلة مختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="35" />
        <source>same birth date</source>
        <translation>تاريخ الميلاد متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="36" />
        <source>birth date with day and month exchanged</source>
        <translation>تاريخ الميلاد مع تبادل اليوم والشهر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="37" />
        <source>same birthday in a near year</source>
        <translation>يوم الميلاد نفسه في سنة قريبة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="38" />
        <source>birth date differs in one digit</source>
        <translation>تاريخ الميلاد يختلف برقم واحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="39" />
        <source>birth date differs a little</source>
        <translation>تاريخ الميلاد يختلف قليلًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="40" />
        <source>same birth month</source>
        <translation>شهر الميلاد نفسه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="41" />
        <source>birth year agrees</source>
        <translation>سنة الميلاد متوافقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="42" />
        <source>birth years near each other</source>
        <translation>سنتا الميلاد متقاربتان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="43" />
        <source>same birth year, another day</source>
        <translation>سنة الميلاد نفسها واليوم مختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="44" />
        <source>different birth date</source>
        <translation>تاريخ الميلاد مختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="45" />
        <source>different sex</source>
        <translation>الجنس مختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="46" />
        <source>same phone</source>
        <translation>الهاتف متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="47" />
        <source>phone differs in one digit</source>
        <translation>الهاتف يختلف برقم واحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="48" />
        <source>same identifier</source>
        <translation>المعرّف متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="49" />
        <source>identifier differs in one sign</source>
        <translation>المعرّف يختلف برمز واحد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="50" />
        <source>similar identifier</source>
        <translation>المعرّف متشابه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="51" />
        <source>different identifier</source>
        <translation>المعرّف مختلف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="52" />
        <source>same numbers in the address</source>
        <translation>الأرقام نفسها في العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="53" />
        <source>same house number</source>
        <translation>رقم المنزل نفسه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="54" />
        <source>same address</source>
        <translation>العنوان متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="55" />
        <source>address nearly the same</source>
        <translation>العنوان شبه متطابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="56" />
        <source>similar address</source>
        <translation>العنوان متشابه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/likeness_words.py" line="57" />
        <source>same town</source>
        <translation>المدينة نفسها</translation>
    </message>
</context>
<context>
    <name>merging</name>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="17" />
        <source>Given names</source>
        <translation>الأسماء الأولى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="18" />
        <source>Family name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="19" />
        <source>Birth</source>
        <translation>الميلاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="20" />
        <source>Sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="21" />
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="22" />
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="23" />
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="33" />
        <source>very likely</source>
        <translation>مرجّح جدًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="33" />
        <source>possible</source>
        <translation>محتمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="39" />
        <source>Restricted record {number}</source>
        <translation>ملف مقيّد {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="44" />
        <source>{absorbed} into {survivor}</source>
        <translation>دمج {absorbed} في {survivor}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="52" />
        <source>no phones or identifiers</source>
        <translation>لا هواتف ولا معرّفات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="57" />
        <source>female</source>
        <translation>أنثى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="58" />
        <source>male</source>
        <translation>ذكر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/merging/words.py" line="59" />
        <source>other</source>
        <translation>غير ذلك</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <location filename="../../hms_desktop/app/desk_session.py" line="237" />
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/desk_session.py" line="241" />
        <source>Papers</source>
        <translation>الأوراق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/desk_session.py" line="250" />
        <source>Printers</source>
        <translation>الطابعات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="140" />
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="141" />
        <source>The day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="142" />
        <source>Patients</source>
        <translation>المرضى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="143" />
        <source>Appointments</source>
        <translation>المواعيد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="146" />
        <source>Duplicates</source>
        <translation>السجلات المكررة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="153" />
        <source>Hospital</source>
        <translation>المستشفى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="157" />
        <source>Departments</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="164" />
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="165" />
        <source>Rooms</source>
        <translation>الغرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="166" />
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="168" />
        <source>Displays</source>
        <translation>الشاشات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="171" />
        <source>Queue rules</source>
        <translation>قواعد الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="175" />
        <source>Days not as usual</source>
        <translation>أيام غير معتادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="184" />
        <source>Journeys</source>
        <translation>المسارات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="191" />
        <source>Reasons</source>
        <translation>الأسباب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="192" />
        <source>Clinics</source>
        <translation>العيادات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/pages.py" line="193" />
        <source>Mixed lines</source>
        <translation>الطوابير المختلطة</translation>
    </message>
</context>
<context>
    <name>patients</name>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="29" />
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="30" />
        <source>female</source>
        <translation>أنثى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="31" />
        <source>male</source>
        <translation>ذكر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="32" />
        <source>other</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="38" />
        <source>Mobile</source>
        <translation>جوال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="39" />
        <source>Home</source>
        <translation>المنزل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="40" />
        <source>Work</source>
        <translation>العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="19" />
        <location filename="../../hms_desktop/screens/patients/words.py" line="41" />
        <source>Relative</source>
        <translation>قريب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="20" />
        <source>Parent</source>
        <translation>أحد الوالدين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="21" />
        <source>Spouse</source>
        <translation>الزوج أو الزوجة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="22" />
        <source>Child</source>
        <translation>ابن أو ابنة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="23" />
        <source>Brother or sister</source>
        <translation>أخ أو أخت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="24" />
        <source>Guardian</source>
        <translation>ولي الأمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="25" />
        <source>Friend</source>
        <translation>صديق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="26" />
        <source>Neighbour</source>
        <translation>جار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="27" />
        <source>Employer</source>
        <translation>جهة العمل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="28" />
        <location filename="../../hms_desktop/screens/patients/words.py" line="42" />
        <location filename="../../hms_desktop/screens/patients/words.py" line="55" />
        <source>Other</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="34" />
        <source>severity not known</source>
        <translation>الشدة غير معروفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="35" />
        <source>mild</source>
        <translation>خفيفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="36" />
        <source>moderate</source>
        <translation>متوسطة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="37" />
        <location filename="../../hms_desktop/screens/patients/summaries.py" line="44" />
        <source>severe</source>
        <translation>شديدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="43" />
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="64" />
        <location filename="../../hms_desktop/screens/patients/summaries.py" line="64" />
        <source>not asked</source>
        <translation>لم يُسأل عنه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="44" />
        <source>none known</source>
        <translation>لا حساسية معروفة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="45" />
        <source>has allergies</source>
        <translation>لديه حساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="52" />
        <source>To be examined and treated here</source>
        <translation>الفحص والعلاج هنا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="53" />
        <source>To get messages, such as reminders of appointments</source>
        <translation>تلقي الرسائل، مثل التذكير بالمواعيد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="54" />
        <source>That the emergency contacts are told</source>
        <translation>إبلاغ جهات الاتصال في الطوارئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="55" />
        <source>That the insurer is told what it pays for</source>
        <translation>إبلاغ شركة التأمين بما تدفع تكلفته</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="56" />
        <source>That other hospitals and doctors are told</source>
        <translation>إبلاغ المستشفيات والأطباء الآخرين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="57" />
        <source>That the record, without the name, serves research</source>
        <translation>استخدام الملف في البحث العلمي دون ذكر الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="65" />
        <source>given</source>
        <translation>مُنحت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="66" />
        <source>refused or withdrawn</source>
        <translation>رُفضت أو سُحبت</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="124" />
        <source>Too short for a phone number{place}; kept as typed, unverified.</source>
        <translation>أقصر من أن يكون رقم هاتف{place}؛ حُفظ كما أُدخل دون تحقق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="125" />
        <source>Too long for a phone number{place}; kept as typed, unverified.</source>
        <translation>أطول من أن يكون رقم هاتف{place}؛ حُفظ كما أُدخل دون تحقق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="126" />
        <source>No such phone number{place}; kept as typed, unverified.</source>
        <translation>لا يوجد رقم هاتف كهذا{place}؛ حُفظ كما أُدخل دون تحقق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="127" />
        <source>Of which country? Begin with + and its code; until then it is kept unverified.</source>
        <translation>لأي بلد؟ ابدأ بعلامة + ورمز البلد؛ وحتى ذلك الحين يُحفظ دون تحقق.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="141" />
        <source>from {day}</source>
        <translation>من {day}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="142" />
        <source>until {day}</source>
        <translation>حتى {day}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="156" />
        <source>expired</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="157" />
        <source>not yet valid</source>
        <translation>لم يسرِ بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_words.py" line="182" />
        <source>{day} to {person}</source>
        <translation>{day} لدى {person}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="48" />
        <source>National identity</source>
        <translation>الهوية الوطنية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="49" />
        <source>Health number</source>
        <translation>الرقم الصحي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="50" />
        <source>Passport</source>
        <translation>جواز السفر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="51" />
        <source>Birth certificate</source>
        <translation>شهادة الميلاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="52" />
        <source>Driving licence</source>
        <translation>رخصة القيادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="53" />
        <source>Insurance card</source>
        <translation>بطاقة التأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="54" />
        <source>Other hospital</source>
        <translation>مستشفى آخر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="51" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="154" />
        <source>number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="52" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="45" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="86" />
        <source>kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="53" />
        <source>value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="54" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="87" />
        <source>country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="55" />
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="56" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="121" />
        <source>relation</source>
        <translation>صلة القرابة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="57" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="153" />
        <source>insurer</source>
        <translation>شركة التأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="58" />
        <source>from</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="59" />
        <source>until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="60" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="157" />
        <source>pays, in percent</source>
        <translation>نسبة التغطية المئوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="61" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="158" />
        <source>covers</source>
        <translation>يغطي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="62" />
        <source>substance</source>
        <translation>المادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="64" />
        <source>reaction</source>
        <translation>رد الفعل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="76" />
        <source>about {year}</source>
        <translation>نحو {year}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="82" />
        <source>January</source>
        <translation>يناير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="83" />
        <source>February</source>
        <translation>فبراير</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="84" />
        <source>March</source>
        <translation>مارس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="85" />
        <source>April</source>
        <translation>أبريل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="86" />
        <source>May</source>
        <translation>مايو</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="87" />
        <source>June</source>
        <translation>يونيو</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="88" />
        <source>July</source>
        <translation>يوليو</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="89" />
        <source>August</source>
        <translation>أغسطس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="90" />
        <source>September</source>
        <translation>سبتمبر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="91" />
        <source>October</source>
        <translation>أكتوبر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="92" />
        <source>November</source>
        <translation>نوفمبر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="93" />
        <source>December</source>
        <translation>ديسمبر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/words.py" line="99" />
        <source>unverified</source>
        <translation>غير متحقق منه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="17" />
        <source>Given names</source>
        <translation>الأسماء الأولى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="18" />
        <source>Family name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="19" />
        <source>Sex</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="20" />
        <source>Birth</source>
        <translation>الميلاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="21" />
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="22" />
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="23" />
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="24" />
        <source>Restricted</source>
        <translation>مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="25" />
        <source>Phones</source>
        <translation>الهواتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="26" />
        <source>Identifiers</source>
        <translation>المعرّفات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="27" />
        <source>Emergency contacts</source>
        <translation>جهات الاتصال في الطوارئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="28" />
        <source>Insurance</source>
        <translation>التأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="30" />
        <source>Consent</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="31" />
        <location filename="../../hms_desktop/screens/patients/photo.py" line="53" />
        <source>Photo</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="32" />
        <source>Record number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="33" />
        <source>Allergies asked</source>
        <translation>السؤال عن الحساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="46" />
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="43" />
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="46" />
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="43" />
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="53" />
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="41" />
        <source>a photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_fields.py" line="37" />
        <location filename="../../hms_desktop/screens/patients/field_words.py" line="29" />
        <source>Allergies</source>
        <translation>الحساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_fields.py" line="38" />
        <source>Substance</source>
        <translation>المادة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_fields.py" line="38" />
        <source>Reaction</source>
        <translation>رد الفعل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_fields.py" line="40" />
        <source>Allergy</source>
        <translation>حساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_fields.py" line="43" />
        <location filename="../../hms_desktop/screens/patients/history_words.py" line="63" />
        <source>severity</source>
        <translation>الشدة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/care_fields.py" line="46" />
        <source>Add an allergy</source>
        <translation>إضافة حساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/history.py" line="27" />
        <source>History of {name}</source>
        <translation>سجل تغييرات {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="44" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="48" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="118" />
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="47" />
        <source>Add a phone</source>
        <translation>إضافة هاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="85" />
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="90" />
        <source>Identifier</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="89" />
        <source>Add an identifier</source>
        <translation>إضافة معرّف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="110" />
        <source>checked: {name}</source>
        <translation>تحقق منه: {name}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="118" />
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="124" />
        <source>Add a contact</source>
        <translation>إضافة جهة اتصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="125" />
        <source>Emergency contact</source>
        <translation>جهة الاتصال في الطوارئ</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="151" />
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="151" />
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="153" />
        <source>Insurer</source>
        <translation>شركة التأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="154" />
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="158" />
        <source>Covers</source>
        <translation>يغطي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="160" />
        <source>Add a policy</source>
        <translation>إضافة وثيقة تأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/line_fields.py" line="161" />
        <source>Insurance policy</source>
        <translation>وثيقة التأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/offer.py" line="30" />
        <source>Go on with it</source>
        <translation>متابعة الإدخال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/offer.py" line="31" />
        <source>Throw it away</source>
        <translation>حذف المسودة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/offer.py" line="51" />
        <source>The registration of {title} was not saved; typed at {at}.</source>
        <translation>لم يُحفظ تسجيل {title}؛ أُدخل في {at}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/offer.py" line="53" />
        <source>The changes to {title} were not saved; typed at {at}.</source>
        <translation>لم تُحفظ تعديلات {title}؛ أُدخلت في {at}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/offer.py" line="55" />
        <source>somebody without a name</source>
        <translation>شخص بلا اسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/photo.py" line="53" />
        <source>No photo</source>
        <translation>لا توجد صورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/photo.py" line="84" />
        <source>Take a photo…</source>
        <translation>التقاط صورة…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/photo.py" line="85" />
        <source>From a file…</source>
        <translation>من ملف…</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/photo.py" line="86" />
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/photo.py" line="139" />
        <source>Choose a photo</source>
        <translation>اختيار صورة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/photo.py" line="141" />
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>الصور (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/summaries.py" line="32" />
        <source>kept</source>
        <translation>محفوظة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/summaries.py" line="48" />
        <source>restricted</source>
        <translation>مقيّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/summaries.py" line="61" />
        <source>{n} given</source>
        <translation>مُنحت: {n}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/patients/summaries.py" line="62" />
        <source>{n} refused or withdrawn</source>
        <translation>رُفضت أو سُحبت: {n}</translation>
    </message>
</context>
<context>
    <name>pickers</name>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="36" />
        <source>Name, birth, phone, record number; or scan</source>
        <translation>الاسم أو الميلاد أو الهاتف أو رقم الملف؛ أو امسح الرمز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="41" />
        <source>restricted record</source>
        <translation>ملف مقيَّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="47" />
        <source>record number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="48" />
        <source>earlier number</source>
        <translation>رقم سابق</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="49" />
        <source>ticket</source>
        <translation>تذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="50" />
        <source>identifier</source>
        <translation>رقم التعريف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="51" />
        <source>phone</source>
        <translation>هاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="52" />
        <source>born</source>
        <translation>الميلاد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="53" />
        <source>age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="54" />
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="55" />
        <source>name begins so</source>
        <translation>بداية الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="56" />
        <source>within the name</source>
        <translation>ضمن الاسم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="57" />
        <source>other script</source>
        <translation>بأبجدية أخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="58" />
        <source>a letter differs</source>
        <translation>اختلاف حرف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="59" />
        <source>sounds alike</source>
        <translation>تشابه لفظي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="60" />
        <source>you had it last</source>
        <translation>آخر ما فتحته</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="61" />
        <source>here today</source>
        <translation>حاضر اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="62" />
        <source>registered last</source>
        <translation>آخر تسجيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="96" />
        <source>Nobody found. As a record number it is mistyped; compare it with the card.</source>
        <translation>لم يُعثر على أحد. إن كان هذا رقم ملف ففيه خطأ كتابي؛ قارنه بالبطاقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/pickers.py" line="97" />
        <source>Nobody found. Check the spelling, or try a phone number.</source>
        <translation>لم يُعثر على أحد. تحقق من الإملاء أو جرّب رقم هاتف.</translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <location filename="../../hms_desktop/widgets/pictures.py" line="30" />
        <source>The picture is larger than 20 MB; choose a smaller one.</source>
        <translation>حجم الصورة أكبر من 20 MB؛ اختر صورة أصغر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/pictures.py" line="84" />
        <source>This is no JPEG or PNG picture that can be read.</source>
        <translation>هذه ليست صورة JPEG أو PNG يمكن قراءتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/widgets/pictures.py" line="90" />
        <source>The picture has more than 40 million pixels; choose a smaller one.</source>
        <translation>تزيد الصورة على 40 مليون بكسل؛ اختر صورة أصغر.</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="11" />
        <source>Ticket</source>
        <translation>تذكرة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="12" />
        <source>Appointment slip</source>
        <translation>قسيمة الموعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="13" />
        <source>Patient card</source>
        <translation>بطاقة المريض</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="14" />
        <source>Registration summary</source>
        <translation>ملخص التسجيل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="15" />
        <source>Receipt</source>
        <translation>إيصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="16" />
        <source>Test page</source>
        <translation>صفحة اختبار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="19" />
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="20" />
        <source>printing</source>
        <translation>قيد الطباعة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="21" />
        <source>printed</source>
        <translation>طُبع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="22" />
        <source>not printed</source>
        <translation>لم يُطبع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="23" />
        <source>taken off</source>
        <translation>أُزيل من القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="25" />
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="26" />
        <source>Nobody told how it ended: look at the printer, then say so or repeat.</source>
        <translation>لم يُعرف كيف انتهت الطباعة: تحقق من الطابعة، ثم سجّل النتيجة أو أعد الطباعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="27" />
        <source>repeated</source>
        <translation>أُعيدت طباعته</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="29" />
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="30" />
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="31" />
        <source>Windows queue, raw</source>
        <translation>قائمة طباعة Windows، خام</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="32" />
        <source>Serial line</source>
        <translation>منفذ تسلسلي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="33" />
        <source>Device file</source>
        <translation>ملف جهاز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="34" />
        <source>Printer of this computer</source>
        <translation>طابعة هذا الحاسوب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="35" />
        <source>File, shown on the screen</source>
        <translation>ملف يُعرض على الشاشة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="38" />
        <source>Roll, 80 mm</source>
        <translation>لفة، 80 mm</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="39" />
        <source>Roll, 58 mm</source>
        <translation>لفافة، 58 mm</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="40" />
        <source>Label or card</source>
        <translation>ملصق أو بطاقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="41" />
        <source>A4 page</source>
        <translation>صفحة A4</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="44" />
        <source>Only a roll is reached in this way; choose a printer of this computer for labels and pages.</source>
        <translation>هذه الطريقة لطابعات اللفافة فقط؛ اختر للملصقات والصفحات طابعة معرّفة على هذا الحاسوب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="47" />
        <source>A roll is reached by network, USB, a raw queue or a line; choose one of these.</source>
        <translation>تُوصَل طابعة اللفافة بالشبكة أو USB أو قائمة طباعة خام أو منفذ تسلسلي؛ اختر إحداها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="48" />
        <source>A label's sides have 20 to 300 mm.</source>
        <translation>يجب أن يكون كل ضلع من الملصق بين 20 و300 mm.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="49" />
        <source>Type the printer's name or address, and :port if it is not 9100.</source>
        <translation>اكتب اسم الطابعة أو عنوانها، وأضف :port إن لم يكن المنفذ 9100.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="50" />
        <source>Type the vendor's and the product's number, such as 04b8:0202.</source>
        <translation>اكتب رقم الشركة المصنّعة ورقم المنتج، مثل 04b8:0202.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="51" />
        <source>Type the printer's name as Windows shows it.</source>
        <translation>اكتب اسم الطابعة كما يظهر في Windows.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="52" />
        <source>Type the serial port, such as COM3 or /dev/ttyUSB0@19200.</source>
        <translation>اكتب المنفذ التسلسلي، مثل COM3 أو /dev/ttyUSB0@19200.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/words.py" line="53" />
        <source>Type the device file, such as /dev/usb/lp0.</source>
        <translation>اكتب ملف الجهاز، مثل /dev/usb/lp0.</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="33" />
        <source>next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="40" />
        <source>waiting</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="41" />
        <source>called {time}</source>
        <translation>نودي {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="42" />
        <source>in service</source>
        <translation>قيد الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="43" />
        <source>done</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="44" />
        <source>no-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="45" />
        <source>transferred</source>
        <translation>محوّلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="46" />
        <location filename="../../hms_desktop/screens/queue/words.py" line="207" />
        <source>taken off</source>
        <translation>أُزيل من القائمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="47" />
        <location filename="../../hms_desktop/screens/queue/words.py" line="221" />
        <source>not served</source>
        <translation>لم تُخدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="48" />
        <source>undone</source>
        <translation>تم التراجع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="73" />
        <source>since {time}</source>
        <translation>منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="77" />
        <source>called {times} times, {time}</source>
        <translation>عدد مرات النداء: {times}، {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="87" />
        <source>back from a test for {room}, arrived {time}</source>
        <translation>عودة من فحص إلى {room}، الوصول {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="90" />
        <source>back from a test, arrived {time}</source>
        <translation>عودة من فحص، الوصول {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="94" />
        <location filename="../../hms_desktop/screens/queue/words.py" line="150" />
        <source>next because it waited long while priority calls passed</source>
        <translation>التالية لأنها انتظرت طويلًا أثناء نداءات الأولوية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="95" />
        <source>appointment {time}, not yet due</source>
        <translation>موعد {time}، لم يحن بعد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="97" />
        <source>put back, arrived {time}</source>
        <translation>أُعيدت إلى الطابور، الوصول {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="99" />
        <source>appointment {time}</source>
        <translation>موعد {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="100" />
        <location filename="../../hms_desktop/screens/queue/words.py" line="182" />
        <source>arrived {time}</source>
        <translation>الوصول {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="107" />
        <source>first call</source>
        <translation>النداء الأول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="108" />
        <source>called {times} times</source>
        <translation>عدد مرات النداء: {times}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="118" />
        <source>restricted record</source>
        <translation>ملف مقيَّد</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="129" />
        <source>waiting {minutes} min</source>
        <translation>في الانتظار منذ {minutes} دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="143" />
        <source>{service} comes first in the order of this counter</source>
        <translation>{service} أولًا في ترتيب هذا الشباك</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="144" />
        <source>it is the turn of {service} by its share</source>
        <translation>جاء دور {service} بحسب حصتها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="145" />
        <source>in {service} somebody has waited longest</source>
        <translation>الانتظار الأطول في {service}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="151" />
        <source>next because nobody else waits; the appointment is later</source>
        <translation>التالية لعدم وجود منتظرين آخرين؛ الموعد لاحقًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="152" />
        <source>next because those before it were called; it was put back</source>
        <translation>التالية لأن ما قبلها نودي عليه؛ أُعيدت إلى الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="153" />
        <source>next because it is back from a test and those before it were called</source>
        <translation>التالية لأنها عادت من فحص ونودي على ما قبلها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="154" />
        <source>next because of its class: {priority}</source>
        <translation>التالية بسبب فئتها: {priority}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="157" />
        <source>next because the appointment is due</source>
        <translation>التالية لأن وقت الموعد حان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="158" />
        <source>next because it arrived first</source>
        <translation>التالية لأنها وصلت أولًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="168" />
        <source>Undo: called {ticket}</source>
        <translation>تراجع: نداء {ticket}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="169" />
        <source>Undo: {ticket} is here</source>
        <translation>تراجع: حضور {ticket}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="170" />
        <source>Undo: {ticket} no-show</source>
        <translation>تراجع: {ticket} لم يحضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="171" />
        <source>Undo: transferred {ticket}</source>
        <translation>تراجع: تحويل {ticket}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="172" />
        <source>Undo: finished {ticket}</source>
        <translation>تراجع: إنهاء {ticket}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="173" />
        <source>Undo: took off {ticket}</source>
        <translation>تراجع: إزالة {ticket}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="181" />
        <source>MRN {number}</source>
        <translation>رقم الملف {number}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="189" />
        <source>Nobody has opened this counter today</source>
        <translation>لم يفتح أحد هذا الشباك اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="194" />
        <source>Open · you since {time}</source>
        <translation>مفتوح · أنت منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="195" />
        <source>Open · {person} since {time}</source>
        <translation>مفتوح · {person} منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="196" />
        <source>Paused since {time}</source>
        <translation>متوقف مؤقتًا منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="197" />
        <source>Paused since {time} by {person}</source>
        <translation>أوقفه مؤقتًا {person} منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="198" />
        <source>Closed at {time}</source>
        <translation>أُغلق عند {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="199" />
        <source>Closed at {time} by {person}</source>
        <translation>أغلقه {person} عند {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="213" />
        <source>to come</source>
        <translation>قادمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="214" />
        <source>passed over</source>
        <translation>تم تخطيها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="215" />
        <source>waiting since {entered}</source>
        <translation>في الانتظار منذ {entered}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="216" />
        <source>called {called} to {room}</source>
        <translation>نودي عند {called} إلى {room}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="217" />
        <source>in service, called {called}</source>
        <translation>قيد الخدمة، نودي عند {called}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="218" />
        <source>done {entered}–{closed}</source>
        <translation>اكتملت {entered}–{closed}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="219" />
        <source>sent on {closed}</source>
        <translation>أُحيلت عند {closed}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="220" />
        <source>did not come, {closed}</source>
        <translation>لم يحضر، {closed}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="231" />
        <source>Gives no tickets today</source>
        <translation>لا تصدر تذاكر اليوم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="233" />
        <source>Gives tickets {hours}</source>
        <translation>تصدر التذاكر {hours}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="238" />
        <source>{count} wait, about {minutes} min</source>
        <translation>المنتظرون: {count}، نحو {minutes} دقيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="252" />
        <source>open since {time}</source>
        <translation>مفتوح منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="253" />
        <source>paused since {time}</source>
        <translation>متوقف مؤقتًا منذ {time}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="254" />
        <source>calling</source>
        <translation>جارٍ النداء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="265" />
        <source>waits are longer</source>
        <translation>الانتظار أطول من المتوقع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="267" />
        <source>waits are shorter</source>
        <translation>الانتظار أقصر من المتوقع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="268" />
        <source>as expected</source>
        <translation>كما هو متوقع</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/words.py" line="275" />
        <source>{day} was not closed; tickets still open: {count}</source>
        <translation>لم يُغلق يوم {day}؛ التذاكر التي ما زالت مفتوحة: {count}</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="164" />
        <source>always</source>
        <translation>دائمًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/queue/hours.py" line="166" />
        <source>{hours} · {days} days</source>
        <translation>{hours} · عدد الأيام: {days}</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="8" />
        <source>Both records have an appointment on {at}; cancel one of them first.</source>
        <translation>لكلا الملفين موعد في {at}؛ ألغِ أحدهما أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="10" />
        <source>Cancelling needs a reason; choose one of the list.</source>
        <translation>يتطلب الإلغاء سببًا؛ اختر سببًا من القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="13" />
        <source>A colleague changed this appointment meanwhile (it is now {state}); look at it again.</source>
        <translation>غيّر أحد الزملاء هذا الموعد في هذه الأثناء (حالته الآن: {state})؛ راجعه من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="17" />
        <source>Another clinic has this name; choose another one.</source>
        <translation>هذا الاسم مستخدم لعيادة أخرى؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="20" />
        <source>The appointment of this reminder stands no more, so it is not sent.</source>
        <translation>موعد هذا التذكير لم يعد قائمًا، لذلك لن يُرسل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="22" />
        <source>Say how many visits there are, or until when they go on.</source>
        <translation>حدّد عدد الزيارات أو تاريخ انتهائها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="25" />
        <source>A colleague changed this entry of the waiting list; look at it again.</source>
        <translation>غيّر أحد الزملاء هذا القيد في قائمة الانتظار؛ راجعه من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="27" />
        <source>An appointment begins by being booked.</source>
        <translation>يبدأ الموعد بحجزه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="28" />
        <source>The code of an appointment and who booked it never change.</source>
        <translation>لا يتغير رمز الموعد ولا اسم من حجزه أبدًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="31" />
        <source>A session ends after it begins and holds at least one slot; check the hours.</source>
        <translation>يجب أن تنتهي الجلسة بعد بدايتها وأن تتسع لفترة واحدة على الأقل؛ تحقق من الأوقات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="33" />
        <source>The clinic has no session then; choose another day.</source>
        <translation>لا توجد جلسة للعيادة في ذلك الوقت؛ اختر يومًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="36" />
        <source>This appointment does not stand any more; no slip was printed.</source>
        <translation>هذا الموعد لم يعد قائمًا؛ لم تُطبع أي قسيمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="40" />
        <source>This entry of the schedule is not known; reload the list.</source>
        <translation>هذا القيد في الجدول غير معروف؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="44" />
        <source>This entry is not on the waiting list; look at the list again.</source>
        <translation>هذا القيد ليس في قائمة الانتظار؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="48" />
        <location filename="../../hms_desktop/app/refusals/queue.py" line="51" />
        <source>This patient is not known; find or register the patient first.</source>
        <translation>هذا المريض غير معروف؛ ابحث عنه أو سجّله أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="50" />
        <source>This slot has no such seat; choose another slot.</source>
        <translation>لا يوجد هذا المكان في هذه الفترة؛ اختر فترة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="51" />
        <source>No date fits this repetition; check its end.</source>
        <translation>لا يوجد تاريخ يوافق هذا التكرار؛ تحقق من نهايته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="54" />
        <source>{clinic} has no slot at {at}; choose one of its slots.</source>
        <translation>لا توجد في {clinic} فترة عند {at}؛ اختر إحدى فتراتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="56" />
        <source>This appointment is {state}, so it cannot be {wish}.</source>
        <translation>حالة هذا الموعد: {state}، لذلك لا يمكن تغييرها إلى: {wish}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="59" />
        <source>The time of this appointment has not come yet; cancel it instead.</source>
        <translation>لم يحن وقت هذا الموعد بعد؛ ألغِه بدلًا من ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="63" />
        <source>Nothing is held for this patient any more; look at the list again.</source>
        <translation>لم يعد هناك مكان محجوز مؤقتًا لهذا المريض؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="67" />
        <source>This appointment is on {at}, not today; move it to today or issue a plain ticket.</source>
        <translation>هذا الموعد في {at} وليس اليوم؛ انقله إلى اليوم أو أصدر تذكرة عادية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="73" />
        <source>The clinic is not open at that time; choose another slot.</source>
        <translation>العيادة غير مفتوحة في ذلك الوقت؛ اختر فترة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="77" />
        <source>{clinic} is overbooked {most} time(s) in this session already; choose another slot.</source>
        <translation>بلغ الحجز الزائد في {clinic} حدّه في هذه الجلسة ({most})؛ اختر فترة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="83" />
        <source>You may not overbook {clinic}; choose another slot or ask somebody who may.</source>
        <translation>لا يُسمح لك بالحجز الزائد في {clinic}؛ اختر فترة أخرى أو اطلب ذلك ممن يُسمح له.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="87" />
        <source>This patient has an appointment at {clinic} on {at} already; move that one or choose another time.</source>
        <translation>لهذا المريض موعد في {clinic} عند {at} بالفعل؛ انقل ذلك الموعد أو اختر وقتًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="94" />
        <source>Choose every how many days, weeks or months the visit repeats.</source>
        <translation>اختر عدد الأيام أو الأسابيع أو الأشهر بين كل زيارة وأخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="98" />
        <source>{many} of {of} visits cannot be booked, so none was; leave these out or choose another time.</source>
        <translation>تعذّر حجز {many} من أصل {of} من الزيارات، لذلك لم تُحجز أي زيارة؛ استبعدها أو اختر وقتًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="104" />
        <source>{clinic} is closed on {on_date}; choose another day.</source>
        <translation>{clinic} مغلقة في {on_date}؛ اختر يومًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="108" />
        <source>{clinic} has no place left at {at}; choose another slot.</source>
        <translation>لا يوجد مكان شاغر في {clinic} عند {at}؛ اختر فترة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="110" />
        <source>This slot is over; choose a later one.</source>
        <translation>انتهت هذه الفترة؛ اختر فترة لاحقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="111" />
        <source>Choose a duty or a person who may overbook.</source>
        <translation>اختر دورًا وظيفيًا أو شخصًا يُسمح له بالحجز الزائد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="114" />
        <source>A course has at most {most} visits; book the rest later.</source>
        <translation>الحد الأقصى لسلسلة الزيارات هو {most}؛ احجز الباقي لاحقًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="116" />
        <source>This appointment is not known; look it up again.</source>
        <translation>هذا الموعد غير معروف؛ ابحث عنه من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="119" />
        <source>The holidays of this country or region are not known; type them in.</source>
        <translation>عُطل هذا البلد أو الإقليم غير معروفة؛ أدخلها يدويًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="121" />
        <source>This patient is on this waiting list already.</source>
        <translation>هذا المريض مدرج في قائمة الانتظار هذه بالفعل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="124" />
        <source>This patient waits no more; look at the list again.</source>
        <translation>لم يعد هذا المريض في الانتظار؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="126" />
        <source>An appointment that is {from} cannot become {to}.</source>
        <translation>لا يمكن تغيير حالة الموعد من {from} إلى {to}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="130" />
        <source>held</source>
        <translation>محجوز مؤقتًا</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="131" />
        <source>booked</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="132" />
        <source>arrived</source>
        <translation>حضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="133" />
        <source>in_service</source>
        <translation>قيد الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="134" />
        <location filename="../../hms_desktop/app/refusals/queue.py" line="178" />
        <source>done</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="135" />
        <location filename="../../hms_desktop/app/refusals/queue.py" line="181" />
        <source>cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="136" />
        <location filename="../../hms_desktop/app/refusals/queue.py" line="179" />
        <source>no_show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="137" />
        <source>moved</source>
        <translation>منقول</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="138" />
        <source>taken back</source>
        <translation>تم سحبه</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="139" />
        <source>checked in</source>
        <translation>تم تسجيل الحضور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="140" />
        <source>taken back from the queue</source>
        <translation>تم سحبه من الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/appointments.py" line="141" />
        <location filename="../../hms_desktop/app/refusals/queue.py" line="186" />
        <source>marked as no-show</source>
        <translation>تسجيل عدم الحضور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="8" />
        <source>A kiosk's login begins with kiosk- and holds small letters and digits.</source>
        <translation>يبدأ اسم دخول الكشك بـ kiosk- ويتكون من أحرف لاتينية صغيرة وأرقام.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="10" />
        <source>This login name is taken; try again.</source>
        <translation>اسم الدخول هذا مستخدم؛ حاول مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="11" />
        <source>Another screen has this name; choose another one.</source>
        <translation>هناك شاشة أخرى بهذا الاسم؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="14" />
        <source>This login belongs to no waiting-room screen that is in use; ask IT.</source>
        <translation>اسم الدخول هذا لا يخص أي شاشة مستخدمة في قاعات الانتظار؛ اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="16" />
        <source>A room of this screen is not on the list; choose again.</source>
        <translation>إحدى غرف هذه الشاشة ليست في القائمة؛ اختر من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="17" />
        <source>A screen's state is one object of at most 2,000 bytes.</source>
        <translation>حالة الشاشة كائن واحد لا يتجاوز 2,000 بايت.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="18" />
        <source>A screen acknowledges at most 1,000 calls at a time.</source>
        <translation>تؤكد الشاشة استلام 1,000 نداء على الأكثر في كل مرة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/displays.py" line="19" />
        <source>This screen is not on the list; reload the list.</source>
        <translation>هذه الشاشة ليست في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="6" />
        <source>Your duties do not allow this; ask an administrator for them.</source>
        <translation>مهامك لا تسمح بذلك؛ اطلبها من المسؤول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="7" />
        <source>The database refused this entry ({name}); check it and try again.</source>
        <translation>رفضت قاعدة البيانات هذا الإدخال ({name})؛ تحقق منه وحاول مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="10" />
        <location filename="../../hms_desktop/app/refusals/house.py" line="136" />
        <source>The hospital's database is older than this program needs; ask IT to run hms-admin migrate.</source>
        <translation>قاعدة بيانات المستشفى أقدم مما يحتاجه هذا البرنامج؛ اطلب من قسم تقنية المعلومات تشغيل hms-admin migrate.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="14" />
        <source>Another program is just making the demo; try again in a minute.</source>
        <translation>برنامج آخر ينشئ العرض التجريبي الآن؛ حاول مرة أخرى بعد دقيقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="15" />
        <source>The demo could not be started ({why}); see the log.</source>
        <translation>تعذّر بدء العرض التجريبي ({why})؛ راجع السجل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="16" />
        <source>Another program is still starting the built-in database.</source>
        <translation>برنامج آخر ما زال يشغّل قاعدة البيانات المدمجة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="17" />
        <source>The built-in database is stopping and does not end.</source>
        <translation>قاعدة البيانات المدمجة قيد الإيقاف ولم تتوقف بعد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="18" />
        <source>The built-in database cannot be copied to {folder}: {why}.</source>
        <translation>تعذّر نسخ قاعدة البيانات المدمجة إلى {folder}: {why}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="19" />
        <source>The built-in database cannot use its folder {folder}: {why}.</source>
        <translation>تعذّر على قاعدة البيانات المدمجة استخدام مجلدها {folder}: {why}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="20" />
        <source>The folder {folder} holds something else already.</source>
        <translation>المجلد {folder} يحتوي على شيء آخر بالفعل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="21" />
        <source>The built-in database could not be created; see {file}.</source>
        <translation>تعذّر إنشاء قاعدة البيانات المدمجة؛ راجع {file}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="22" />
        <source>The package embedded-postgres is not installed.</source>
        <translation>الحزمة embedded-postgres غير مثبتة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="23" />
        <source>The built-in database has not been started.</source>
        <translation>لم تُشغَّل قاعدة البيانات المدمجة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="24" />
        <source>The built-in database's {file} is missing.</source>
        <translation>الملف {file} الخاص بقاعدة البيانات المدمجة مفقود.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="25" />
        <source>The built-in database did not start; see {file}.</source>
        <translation>لم تبدأ قاعدة البيانات المدمجة؛ راجع {file}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="28" />
        <source>The built-in database runs as 'nobody', who cannot enter {folder}; choose another folder.</source>
        <translation>تعمل قاعدة البيانات المدمجة باسم المستخدم 'nobody' الذي لا يمكنه دخول {folder}؛ اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="34" />
        <source>{folder} holds data of PostgreSQL {found}; this program brings {ours}.</source>
        <translation>يحتوي {folder} على بيانات PostgreSQL {found}؛ هذا البرنامج يأتي مع {ours}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="36" />
        <source>The number is too large for this field; check it.</source>
        <translation>الرقم كبير جدًا لهذا الحقل؛ تحقق منه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="39" />
        <source>The barcode's text holds letters that a barcode cannot hold; report this.</source>
        <translation>نص الباركود يحتوي على أحرف لا يقبلها الباركود؛ أبلغ عن ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="43" />
        <source>The layout {file} has a mistake in line {line}: {why}. Correct the file.</source>
        <translation>في التخطيط {file} خطأ في السطر {line}: {why}. صحّح الملف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="45" />
        <source>The layout {file} cannot be read: {why}.</source>
        <translation>تعذّرت قراءة التخطيط {file}: {why}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="46" />
        <source>The logo {file} is not a picture; replace the file.</source>
        <translation>الشعار {file} ليس صورة؛ استبدل الملف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="47" />
        <source>There is no layout {file}; choose a printer with other paper.</source>
        <translation>لا يوجد تخطيط باسم {file}؛ اختر طابعة بورق آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="48" />
        <source>The printer reports a fault; look at its lamps, then repeat.</source>
        <translation>تبلّغ الطابعة عن عطل؛ افحص مصابيحها ثم أعد الطباعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="49" />
        <source>The printer's cover is open; close it and repeat.</source>
        <translation>غطاء الطابعة مفتوح؛ أغلقه ثم أعد الطباعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="52" />
        <source>This computer has no driver for this kind of printer; ask IT, or choose another printer.</source>
        <translation>لا يوجد على هذا الحاسوب برنامج تشغيل لهذا النوع من الطابعات؛ اسأل قسم تقنية المعلومات أو اختر طابعة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="56" />
        <source>The printer has no paper; put in a new roll and repeat.</source>
        <translation>لا يوجد ورق في الطابعة؛ ضع لفافة جديدة ثم أعد الطباعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="59" />
        <source>The printer does not answer; switch it on, or check its cable and address.</source>
        <translation>الطابعة لا تستجيب؛ شغّلها أو تحقق من كابلها وعنوانها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="63" />
        <source>The printer took perhaps only a part of the paper; look at it before you repeat.</source>
        <translation>ربما طُبع جزء من المستند فقط؛ افحصه قبل إعادة الطباعة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="67" />
        <source>The request was cancelled.</source>
        <translation>أُلغي الطلب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="70" />
        <source>This cannot be the address of a server or one of its names; type it again.</source>
        <translation>لا يصلح هذا عنوانًا لخادم أو اسمًا من أسمائه؛ اكتبه من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="74" />
        <source>The server does not answer; check the network. What you typed is kept.</source>
        <translation>الخادم لا يجيب؛ تحقق من الشبكة. ما كتبته محفوظ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="76" />
        <source>A colleague is changing the same entry; try again in a moment.</source>
        <translation>يعدّل زميل الإدخال نفسه الآن؛ حاول بعد لحظة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="77" />
        <source>This program has ended its work with the server.</source>
        <translation>أنهى هذا البرنامج عمله مع الخادم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="80" />
        <source>The server has no free connection now; try again in a moment or tell IT.</source>
        <translation>لا يوجد اتصال متاح في الخادم الآن؛ حاول بعد لحظة أو أبلغ قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="84" />
        <source>The certificate file of the hospital's server is missing on this PC; ask IT for it.</source>
        <translation>ملف شهادة خادم المستشفى غير موجود على هذا الحاسوب؛ اطلبه من قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="88" />
        <source>This server has no such database; check its name with IT.</source>
        <translation>لا توجد قاعدة بيانات بهذا الاسم على هذا الخادم؛ تحقق من اسمها مع قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="91" />
        <source>The server does not let this PC or this account in; ask IT to allow it.</source>
        <translation>لا يسمح الخادم بدخول هذا الحاسوب أو هذا الحساب؛ اطلب من قسم تقنية المعلومات السماح به.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="93" />
        <source>The server took too long and the request was stopped; try again.</source>
        <translation>استغرق الخادم وقتًا طويلًا فأُوقف الطلب؛ حاول مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="96" />
        <source>The server cannot prove who it is; nothing was sent to it. Ask IT.</source>
        <translation>تعذّر على الخادم إثبات هويته؛ لم يُرسل إليه شيء. اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="100" />
        <source>The server does not encrypt its connections; nothing was sent to it. Ask IT.</source>
        <translation>لا يشفّر الخادم اتصالاته؛ لم يُرسل إليه شيء. اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="104" />
        <source>The server's certificate is not the hospital's; nothing was sent to it. Check the address, or ask IT.</source>
        <translation>شهادة الخادم ليست شهادة المستشفى؛ لم يُرسل إليه شيء. تحقق من العنوان أو اسأل قسم تقنية المعلومات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="111" />
        <source>The settings could not be written to {file}; check that you may write there.</source>
        <translation>تعذّرت كتابة الإعدادات في {file}؛ تأكد من أن لديك صلاحية الكتابة هناك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="113" />
        <source>{file} is no XLSX workbook, or it is broken; save it once more.</source>
        <translation>الملف {file} ليس مصنف XLSX أو أنه تالف؛ احفظه مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="114" />
        <source>{file} holds no rows.</source>
        <translation>الملف {file} لا يحتوي على صفوف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="115" />
        <source>{file} is not {encoding} text; say which encoding it has.</source>
        <translation>الملف {file} ليس نصًا بترميز {encoding}؛ حدّد ترميزه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="116" />
        <source>There is no encoding called {encoding}; try utf-8 or cp1252.</source>
        <translation>لا يوجد ترميز باسم {encoding}؛ جرّب utf-8 أو cp1252.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="119" />
        <source>A list is saved as .csv or .xlsx; give the file one of these endings.</source>
        <translation>تُحفظ القائمة بصيغة .csv أو .xlsx؛ أعطِ الملف أحد هذين الامتدادين.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="121" />
        <source>{file} is neither CSV nor XLSX; save it as one of these first.</source>
        <translation>الملف {file} ليس CSV ولا XLSX؛ احفظه بإحدى هاتين الصيغتين أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="122" />
        <source>{file} has no sheet {sheet}; it has: {there}.</source>
        <translation>الملف {file} لا يحتوي على الورقة {sheet}؛ أوراقه: {there}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="123" />
        <source>{file} has more than one column called {columns}; rename one.</source>
        <translation>في الملف {file} أكثر من عمود باسم {columns}؛ غيّر اسم أحدها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="124" />
        <source>The titles of {file} cannot be read.</source>
        <translation>تعذّرت قراءة عناوين أعمدة الملف {file}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="125" />
        <source>{file} is too large for a workbook; save it as CSV.</source>
        <translation>الملف {file} أكبر من أن يُحفظ في مصنف؛ احفظه بصيغة CSV.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="126" />
        <source>A workbook holds {rows} rows; save the list as CSV.</source>
        <translation>سعة المصنف {rows} من الصفوف؛ احفظ القائمة بصيغة CSV.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="127" />
        <source>This account may not sign in; ask an administrator.</source>
        <translation>لا يُسمح لهذا الحساب بالدخول؛ اسأل المسؤول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="128" />
        <source>The name or the password is not right; type both again.</source>
        <translation>الاسم أو كلمة المرور غير صحيحة؛ اكتبهما مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="129" />
        <source>The text is too long for this field; shorten it.</source>
        <translation>النص أطول مما يتسع له هذا الحقل؛ اختصره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="132" />
        <source>The text holds a character that cannot be stored; type it again.</source>
        <translation>يحتوي النص على رمز لا يمكن حفظه؛ اكتبه مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/house.py" line="142" />
        <source>This program (version {version}) is too old for the hospital's database; ask IT to update it.</source>
        <translation>هذا البرنامج (الإصدار {version}) أقدم مما تتطلبه قاعدة بيانات المستشفى؛ اطلب من قسم تقنية المعلومات تحديثه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="8" />
        <source>Both records have entries in {table} that cannot stand in one record; change one of them first.</source>
        <translation>لكلا الملفين قيود في {table} لا يمكن أن تجتمع في ملف واحد؛ غيّر أحدها أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="15" />
        <source>A colleague decided about this pair meanwhile; look at the list again.</source>
        <translation>بتّ أحد الزملاء في هذا الزوج في هذه الأثناء؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="19" />
        <source>This record was merged into {mrn}; open that one and go on there.</source>
        <translation>دُمج هذا الملف في {mrn}؛ افتح ذلك الملف وتابع فيه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="23" />
        <source>Record {mrn} was itself merged later; undo that merge first.</source>
        <translation>الملف {mrn} نفسه دُمج لاحقًا؛ تراجع عن ذلك الدمج أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="27" />
        <source>One of the chosen fields cannot be taken over; look at the pair again.</source>
        <translation>أحد الحقول المختارة لا يمكن نقله؛ راجع الزوج من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="31" />
        <source>This merge is not known; look at the list again.</source>
        <translation>هذا الدمج غير معروف؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="35" />
        <source>This pair is not known; look at the list again.</source>
        <translation>هذا الزوج غير معروف؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="39" />
        <source>This person may be registered already; look at the likely duplicates and save again if it is somebody else.</source>
        <translation>قد يكون هذا الشخص مسجلًا بالفعل؛ راجع التكرارات المحتملة واحفظ مرة أخرى إن كان شخصًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="47" />
        <source>Ticket {ticket} of record {mrn} is still open; finish or cancel it first.</source>
        <translation>التذكرة {ticket} الخاصة بالملف {mrn} ما زالت مفتوحة؛ أنهِها أو ألغِها أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="51" />
        <source>A record cannot be merged with itself; choose another one.</source>
        <translation>لا يمكن دمج ملف مع نفسه؛ اختر ملفًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/merging.py" line="55" />
        <source>A colleague undid this merge meanwhile; look at the list again.</source>
        <translation>تراجع أحد الزملاء عن هذا الدمج في هذه الأثناء؛ راجع القائمة من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="6" />
        <source>Another department has this name; choose another one.</source>
        <translation>هناك قسم آخر بهذا الاسم؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="7" />
        <source>This department is not on the list; reload the list.</source>
        <translation>هذا القسم ليس في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="8" />
        <source>A currency is three capital letters, such as USD or KES.</source>
        <translation>رمز العملة ثلاثة أحرف لاتينية كبيرة، مثل USD أو KES.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="9" />
        <source>Choose at least one language.</source>
        <translation>اختر لغة واحدة على الأقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="12" />
        <source>The time zone is not known; choose one by its IANA name, such as Africa/Nairobi.</source>
        <translation>المنطقة الزمنية غير معروفة؛ اختر منطقة باسمها في IANA، مثل Africa/Nairobi.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="16" />
        <source>Another room or counter has this name; choose another one.</source>
        <translation>هناك غرفة أو شباك بهذا الاسم؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="17" />
        <source>A service of this room is not on the list; choose again.</source>
        <translation>إحدى خدمات هذه الغرفة ليست في القائمة؛ اختر من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="18" />
        <source>This room is not on the list; reload the list.</source>
        <translation>هذه الغرفة ليست في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="21" />
        <source>The department of this service is not on the list; choose another one.</source>
        <translation>قسم هذه الخدمة ليس في القائمة؛ اختر قسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="23" />
        <source>Another service has this name; choose another one.</source>
        <translation>هناك خدمة أخرى بهذا الاسم؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="24" />
        <source>Another service has this prefix; choose other letters.</source>
        <translation>هناك خدمة أخرى بهذه الحروف؛ اختر حروفًا أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="25" />
        <source>A prefix is one to three capital letters A to Z.</source>
        <translation>الحروف من حرف إلى ثلاثة أحرف لاتينية كبيرة من A إلى Z.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/organisation.py" line="26" />
        <source>This service is not on the list; reload the list.</source>
        <translation>هذه الخدمة ليست في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="8" />
        <source>This file is being imported by somebody else just now; look again later.</source>
        <translation>يستورد شخص آخر هذا الملف الآن؛ عُد إليه لاحقًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="12" />
        <source>Allergies are listed, so "none known" cannot stand beside them; take out the one or the other.</source>
        <translation>توجد حساسيات مدرجة، فلا يمكن أن تقترن بها عبارة "لا توجد حساسية معروفة"؛ احذف إحداهما.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="16" />
        <source>The allergy names no substance.</source>
        <translation>لم تُذكر المادة المسببة للحساسية.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="17" />
        <source>The same allergy is listed twice; take one out.</source>
        <translation>أُدرجت الحساسية نفسها مرتين؛ احذف إحداهما.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="20" />
        <source>This is not a date of birth; type it like 17.5.1990, 5/1990, 1990 or an age like 40.</source>
        <translation>هذا ليس تاريخ ميلاد؛ اكتبه مثل 17.5.1990 أو 5/1990 أو 1990، أو اكتب العمر مثل 40.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="24" />
        <source>The date of birth lies in the future.</source>
        <translation>تاريخ الميلاد في المستقبل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="25" />
        <source>The date of birth is more than 130 years ago.</source>
        <translation>تاريخ الميلاد قبل أكثر من 130 سنة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="26" />
        <source>An emergency contact needs a name.</source>
        <translation>يجب ذكر اسم جهة الاتصال للطوارئ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="29" />
        <source>The {field} contains a hidden control character; please type it again without it.</source>
        <translation>الحقل {field} يحتوي على رمز تحكم مخفي؛ يُرجى كتابته من جديد بدونه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="33" />
        <source>The identifier is empty.</source>
        <translation>رقم الهوية فارغ.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="36" />
        <source>This {name} is mistyped: its length or check digit is wrong. Compare it with the card, or choose "Other" to keep it as it is.</source>
        <translation>الرقم {name} مكتوب خطأً: طوله أو رقم التحقق غير صحيح. قارنه بالبطاقة، أو اختر "أخرى" لإبقائه كما هو.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="42" />
        <source>The language is not a language code like en or pt-BR.</source>
        <translation>اللغة ليست رمز لغة مثل en أو pt-BR.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="43" />
        <source>This is not a medical record number.</source>
        <translation>هذا ليس رقم ملف طبي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="46" />
        <source>This medical record number is mistyped; compare it with the card.</source>
        <translation>رقم الملف الطبي هذا مكتوب خطأً؛ قارنه بالبطاقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="48" />
        <source>A patient needs a name; one name is enough.</source>
        <translation>يحتاج المريض إلى اسم؛ اسم واحد يكفي.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="49" />
        <source>There is no such day in the calendar.</source>
        <translation>لا يوجد هذا اليوم في التقويم.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="50" />
        <source>This record is not restricted; it is open already.</source>
        <translation>هذا الملف غير مقيّد الوصول؛ إنه مفتوح بالفعل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="51" />
        <source>A phone number needs at least three digits.</source>
        <translation>يحتاج رقم الهاتف إلى ثلاثة أرقام على الأقل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="54" />
        <source>The verified phone number is not the one that was typed; type it again.</source>
        <translation>رقم الهاتف الذي جرى التحقق منه ليس الرقم المكتوب؛ اكتبه من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="56" />
        <source>This is not a photo that can be kept; take it again.</source>
        <translation>لا يمكن حفظ هذه الصورة؛ التقطها من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="57" />
        <source>The insurance policy ends before it begins.</source>
        <translation>تنتهي وثيقة التأمين قبل بدايتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="58" />
        <source>This is not a day; type it like 31.12.2026 or 12/2026.</source>
        <translation>هذا ليس تاريخًا صحيحًا؛ اكتبه مثل 31.12.2026 أو 12/2026.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="59" />
        <source>An insurance policy needs its insurer and its number.</source>
        <translation>تتطلب وثيقة التأمين اسم شركة التأمين ورقم الوثيقة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="62" />
        <source>This insurance policy is entered twice for the same days; end the one before the other begins.</source>
        <translation>أُدخلت وثيقة التأمين هذه مرتين للأيام نفسها؛ أنهِ إحداهما قبل بداية الأخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="66" />
        <source>An insurance pays between 0 and 100 percent.</source>
        <translation>يغطي التأمين نسبة بين 0 و100 بالمئة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="67" />
        <source>A restricted record opens only with a reason.</source>
        <translation>لا يُفتح السجل المقيّد إلا بذكر سبب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="68" />
        <source>This record is restricted; open it with a reason first.</source>
        <translation>هذا السجل مقيّد؛ افتحه أولًا مع ذكر السبب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="71" />
        <source>Only a clinician or a manager may change whether a record is restricted.</source>
        <translation>لا يجوز تغيير تقييد الملف إلا لممارس صحي أو مدير.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="73" />
        <source>Someone else changed this record since you opened it.</source>
        <translation>عدّل شخص آخر هذا السجل منذ أن فتحته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="74" />
        <source>The {field} is too long; shorten it.</source>
        <translation>الحقل {field} طويل جدًا؛ اختصره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="75" />
        <source>Of each kind at most 50 lines are kept.</source>
        <translation>يُحفظ من كل نوع 50 سطرًا على الأكثر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="76" />
        <source>There is no such patient.</source>
        <translation>لا يوجد مريض كهذا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="80" />
        <source>given names</source>
        <translation>الأسماء الأولى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="81" />
        <source>family name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="82" />
        <source>address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="83" />
        <source>notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="84" />
        <source>phone number</source>
        <translation>رقم الهاتف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="85" />
        <source>identifier</source>
        <translation>رقم التعريف</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="86" />
        <source>reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="87" />
        <source>contact's name</source>
        <translation>اسم جهة الاتصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="88" />
        <source>contact's phone number</source>
        <translation>رقم هاتف جهة الاتصال</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="89" />
        <source>allergy</source>
        <translation>الحساسية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="90" />
        <source>reaction</source>
        <translation>رد الفعل</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="91" />
        <source>insurer</source>
        <translation>شركة التأمين</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="92" />
        <source>policy number</source>
        <translation>رقم الوثيقة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/patients.py" line="93" />
        <source>cover</source>
        <translation>التغطية</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="8" />
        <source>This paper was begun or taken off already; look at the list of papers.</source>
        <translation>بدأت طباعة هذا المستند أو أُزيل بالفعل؛ راجع قائمة المستندات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="10" />
        <source>This paper went on meanwhile; look at the list of papers.</source>
        <translation>تغيّرت حالة هذا المستند في هذه الأثناء؛ راجع قائمة المستندات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="13" />
        <source>This paper is just being printed; wait a moment before you repeat it.</source>
        <translation>هذا المستند قيد الطباعة الآن؛ انتظر لحظة قبل إعادة طباعته.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="15" />
        <source>This paper is not on the list; reload the list.</source>
        <translation>هذا المستند ليس في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="16" />
        <source>This printer is no longer in use; choose another one.</source>
        <translation>هذه الطابعة لم تعد مستخدمة؛ اختر طابعة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="19" />
        <source>This printer is not meant for this kind of paper; choose another one.</source>
        <translation>هذه الطابعة غير مخصصة لهذا النوع من المستندات؛ اختر طابعة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="21" />
        <source>Another printer has this name; choose another one.</source>
        <translation>هذا الاسم مستخدم لطابعة أخرى؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="22" />
        <source>A printer's name has 1 to 60 letters.</source>
        <translation>يتكون اسم الطابعة من 1 إلى 60 حرفًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="25" />
        <source>No printer is set up for this kind of paper; ask an administrator for one.</source>
        <translation>لا توجد طابعة معدّة لهذا النوع من المستندات؛ اطلب من المسؤول إعداد واحدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="29" />
        <source>This kind of printer cannot hold this paper; choose another paper.</source>
        <translation>هذا النوع من الطابعات لا يناسب هذا الورق؛ اختر ورقًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/printing.py" line="31" />
        <source>This printer is not on the list; reload the list.</source>
        <translation>هذه الطابعة ليست في القائمة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="8" />
        <source>This patient already holds ticket {ticket} for {service} today; use that one.</source>
        <translation>لدى هذا المريض اليوم التذكرة {ticket} لخدمة {service}؛ استخدمها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="12" />
        <source>A colleague changed ticket {ticket} meanwhile (it is now {state}); look at it again.</source>
        <translation>غيّر زميل التذكرة {ticket} في هذه الأثناء (حالتها الآن: {state})؛ انظر إليها مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="18" />
        <source>Ticket {ticket} is of {day} and that day is over; issue a new ticket.</source>
        <translation>التذكرة {ticket} تعود إلى {day} وقد انتهى ذلك اليوم؛ أصدر تذكرة جديدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="22" />
        <source>This day has not begun, so it cannot be closed; choose today or earlier.</source>
        <translation>لم يبدأ هذا اليوم بعد فلا يمكن إغلاقه؛ اختر اليوم الحالي أو يومًا سابقًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="26" />
        <source>This appointment is not today; issue the ticket on its day.</source>
        <translation>هذا الموعد ليس اليوم؛ أصدر التذكرة في يومه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="30" />
        <source>{service} has already dealt with ticket {ticket}, so the transfer stands; transfer it back instead.</source>
        <translation>سبق أن تعاملت {service} مع التذكرة {ticket}، لذلك يبقى التحويل قائمًا؛ حوّلها عائدةً بدلًا من ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="37" />
        <source>Ticket {ticket} was called {calls} time(s); call it {needed} times before marking it as no-show.</source>
        <translation>عدد مرات نداء التذكرة {ticket}: {calls}؛ يجب أن يبلغ {needed} قبل تسجيلها «لم يحضر».</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="44" />
        <source>Ticket {ticket} was called too recently; it may be marked as no-show in {seconds} s.</source>
        <translation>نوديت التذكرة {ticket} قبل وقت قصير؛ يمكن تسجيل عدم الحضور بعد {seconds} ث.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="48" />
        <source>This priority class is not known; choose one of the list.</source>
        <translation>فئة الأولوية هذه غير معروفة؛ اختر فئة من القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="53" />
        <source>This service is not known; reload the list.</source>
        <translation>هذه الخدمة غير معروفة؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="54" />
        <source>This ticket is not known; look it up again.</source>
        <translation>هذه التذكرة غير معروفة؛ ابحث عنها من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="55" />
        <source>Nobody is waiting for {room}.</source>
        <translation>لا أحد ينتظر {room}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="56" />
        <source>The last step of ticket {ticket} cannot be undone.</source>
        <translation>لا يمكن التراجع عن الخطوة الأخيرة للتذكرة {ticket}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="59" />
        <source>{room} does not serve {service}; transfer the ticket or choose another room.</source>
        <translation>لا تُقدَّم {service} في {room}؛ حوّل التذكرة أو اختر غرفة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="61" />
        <source>The reason is longer than 200 characters; shorten it.</source>
        <translation>السبب أطول من 200 حرف؛ اختصره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="62" />
        <source>Taking a ticket off the queue needs a reason; enter it.</source>
        <translation>سحب تذكرة من الطابور يحتاج إلى سبب؛ اكتبه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="63" />
        <source>A ticket of this class needs a reason; enter it.</source>
        <translation>تتطلب تذكرة هذه الفئة سببًا؛ أدخله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="66" />
        <source>The reason holds a hidden control character; type it again.</source>
        <translation>السبب يحتوي على رمز تحكم مخفي؛ اكتبه من جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="70" />
        <source>Ticket {ticket} was called just now; call it again in {seconds} s.</source>
        <translation>نوديت التذكرة {ticket} الآن؛ نادِها مرة أخرى بعد {seconds} ث.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="74" />
        <source>Ticket {ticket} was called again {recalls} times already; mark it as no-show or put it back.</source>
        <translation>عدد مرات إعادة النداء على التذكرة {ticket} بلغ {recalls}؛ سجّلها «لم يحضر» أو أعدها إلى الطابور.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="80" />
        <source>Ticket {ticket} is still at {room}; finish it, transfer it or mark it as no-show first.</source>
        <translation>التذكرة {ticket} ما زالت عند {room}؛ أنهِها أو حوّلها أو سجّل عدم الحضور أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="84" />
        <source>This room or counter is not in use; choose another one.</source>
        <translation>هذه الغرفة أو هذا الشباك غير مستخدم؛ اختر غيره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="87" />
        <source>{room} has no services; an administrator can give it some.</source>
        <translation>لا توجد خدمات في {room}؛ يمكن للمسؤول إضافتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="91" />
        <source>Ticket {ticket} is at {service} already; choose another service.</source>
        <translation>التذكرة {ticket} في {service} بالفعل؛ اختر خدمة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="93" />
        <source>A ticket's number, service, day and arrival never change.</source>
        <translation>لا يتغير رقم التذكرة ولا خدمتها ولا يومها ولا وقت وصولها أبدًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="94" />
        <source>This service gives no tickets now; choose another one.</source>
        <translation>هذه الخدمة لا تصدر تذاكر الآن؛ اختر غيرها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="95" />
        <source>A ticket joins a line by waiting in it.</source>
        <translation>تدخل التذكرة الطابور بحالة الانتظار.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="96" />
        <source>A ticket that is {from} cannot become {to}.</source>
        <translation>لا يمكن تغيير حالة التذكرة من {from} إلى {to}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="97" />
        <source>Ticket {ticket} is {state}, so it cannot be {wish}.</source>
        <translation>حالة التذكرة {ticket}: {state}؛ لذلك لا يمكن تنفيذ: {wish}.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="98" />
        <source>This day is no longer on the list; reload it.</source>
        <translation>هذا اليوم لم يعد في القائمة؛ أعد تحميلها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="99" />
        <source>A day that is not as usual needs its date; enter it.</source>
        <translation>يجب تحديد تاريخ اليوم الاستثنائي؛ أدخله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="100" />
        <source>This day has such an entry already; change that one.</source>
        <translation>لهذا اليوم قيد من هذا النوع بالفعل؛ غيّر ذلك القيد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="101" />
        <source>Another journey has this name; choose another one.</source>
        <translation>هذا الاسم مستخدم لمسار آخر؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="102" />
        <source>A journey has two to twelve services.</source>
        <translation>يتكون المسار من خدمتين إلى اثنتي عشرة خدمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="105" />
        <source>A journey does not go from a service to the same one; change the order.</source>
        <translation>لا ينتقل المسار من خدمة إلى الخدمة نفسها؛ غيّر الترتيب.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="107" />
        <source>A service of this journey is closed; choose another one.</source>
        <translation>إحدى خدمات هذا المسار مغلقة؛ اختر خدمة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="108" />
        <source>This class has that reason already; choose other words.</source>
        <translation>لهذه الفئة هذا السبب بالفعل؛ اختر صياغة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="111" />
        <source>This class has no reasons yet; enter some before asking for one of them.</source>
        <translation>ليس لهذه الفئة أسباب بعد؛ أدخل بعضها قبل طلب أحدها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="115" />
        <source>{service} gives tickets {hours} only; come back then, or ask somebody who may issue outside of the hours.</source>
        <translation>تصدر {service} التذاكر {hours} فقط؛ عُد في ذلك الوقت أو اطلب ممن يُسمح له بالإصدار خارج هذه الأوقات.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="122" />
        <source>{service} gives no tickets today; choose another service or day.</source>
        <translation>لا تصدر {service} تذاكر اليوم؛ اختر خدمة أخرى أو يومًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="124" />
        <source>Two opening hours of one weekday overlap; set them apart.</source>
        <translation>تتداخل فترتا عمل في يوم واحد من الأسبوع؛ افصل بينهما.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="125" />
        <source>Nobody has opened {room} today; open it first.</source>
        <translation>{room}: لم يُفتح اليوم؛ افتحه أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="126" />
        <source>{room} is closed; open it first.</source>
        <translation>{room}: مغلق؛ افتحه أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="127" />
        <source>{room} is paused; go on first.</source>
        <translation>{room}: متوقف مؤقتًا؛ استأنف العمل أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="130" />
        <source>Ticket {ticket} is being served at {room}; finish it first.</source>
        <translation>التذكرة {ticket} قيد الخدمة في {room}؛ أنهِها أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="134" />
        <source>{count} ticket(s) wait for {service} and no other open counter serves it; choose where they go.</source>
        <translation>عدد التذاكر المنتظرة في {service}: {count}، ولا يخدمها شباك مفتوح آخر؛ اختر وجهتها.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="141" />
        <source>No other open counter serves {service}; choose a service that takes the tickets.</source>
        <translation>لا يقدّم {service} أي شباك مفتوح آخر؛ اختر خدمة تستقبل التذاكر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="147" />
        <source>This closing cannot be taken back any more; open the counter instead.</source>
        <translation>لم يعد التراجع عن هذا الإغلاق ممكنًا؛ افتح الشباك بدلًا من ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="151" />
        <source>Ticket {ticket} was dealt with since the counter closed; open the counter instead.</source>
        <translation>جرى التعامل مع التذكرة {ticket} بعد إغلاق الشباك؛ افتح الشباك بدلًا من ذلك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="157" />
        <source>This step of the journey is not to come; choose another one.</source>
        <translation>هذه الخطوة ليست من الخطوات القادمة في المسار؛ اختر خطوة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="161" />
        <source>This journey is not in use; choose another one or a single service.</source>
        <translation>هذا المسار غير مستخدم؛ اختر مسارًا آخر أو خدمة واحدة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="165" />
        <source>A ticket of this class needs one of its reasons; choose it from the list.</source>
        <translation>تتطلب تذكرة هذه الفئة أحد أسبابها؛ اختره من القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="169" />
        <source>A ticket outside of the opening hours needs a reason; enter it.</source>
        <translation>تتطلب التذكرة خارج أوقات العمل سببًا؛ أدخله.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="171" />
        <source>A reason needs words; enter them.</source>
        <translation>لا يمكن أن يكون السبب فارغًا؛ اكتب نصه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="175" />
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="176" />
        <source>called</source>
        <translation>نودي عليها</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="177" />
        <source>serving</source>
        <translation>قيد الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="180" />
        <source>transferred</source>
        <translation>محوّلة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="182" />
        <source>not_served</source>
        <translation>لم تُخدم</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="183" />
        <source>called again</source>
        <translation>النداء مرة أخرى</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="184" />
        <source>served</source>
        <translation>بدء الخدمة</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="185" />
        <source>finished</source>
        <translation>الإنهاء</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="187" />
        <source>put back</source>
        <translation>الإعادة إلى الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/queue.py" line="188" />
        <source>taken off the queue</source>
        <translation>السحب من الطابور</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="8" />
        <source>The audit trail is never changed; a mistake is corrected by a new entry.</source>
        <translation>سجل التدقيق لا يُعدَّل أبدًا؛ يُصحَّح الخطأ بقيد جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="12" />
        <source>The request has no number of its own; the program must send one.</source>
        <translation>ليس للطلب رقم خاص به؛ يجب أن يرسل البرنامج رقمًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="16" />
        <source>The number of this request was already used for another one; try again.</source>
        <translation>رقم هذا الطلب استُخدم لطلب آخر؛ حاول مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="20" />
        <source>The name holds a hidden control character; type it again without it.</source>
        <translation>يحتوي الاسم على رمز تحكم مخفي؛ اكتبه مرة أخرى من دونه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="22" />
        <source>A name is missing; type one.</source>
        <translation>الاسم ناقص؛ اكتب اسمًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="23" />
        <source>The name is longer than {longest} characters; shorten it.</source>
        <translation>الاسم أطول من {longest} حرفًا؛ اختصره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="26" />
        <source>The text holds a hidden control character; type it again without it.</source>
        <translation>يحتوي النص على رمز تحكم مخفي؛ اكتبه مرة أخرى من دونه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="28" />
        <source>The text is longer than {longest} characters; shorten it.</source>
        <translation>النص أطول من {longest} حرفًا؛ اختصره.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="29" />
        <source>This entry is never changed; a mistake is corrected by a new entry.</source>
        <translation>هذا القيد لا يُعدَّل أبدًا؛ يُصحَّح الخطأ بقيد جديد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/records.py" line="30" />
        <source>A colleague changed this entry meanwhile; compare and save again.</source>
        <translation>عدّل زميل هذا الإدخال في هذه الأثناء؛ قارن ثم احفظ مرة أخرى.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="6" />
        <source>Choose at least one duty for this person.</source>
        <translation>اختر مهمة واحدة على الأقل لهذا الشخص.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="9" />
        <source>This is the last administrator; give the duty to somebody else first.</source>
        <translation>هذا هو المسؤول الأخير؛ أعطِ المهمة لشخص آخر أولًا.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="13" />
        <source>A login name is 2 to 40 small letters, digits, dots, hyphens or underscores and begins with a letter.</source>
        <translation>يتكون اسم الدخول من 2 إلى 40 من الأحرف اللاتينية الصغيرة أو الأرقام أو النقاط أو الشرطات أو الشرطات السفلية، ويبدأ بحرف.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="20" />
        <source>A login name is 2 to 40 small letters a to z, digits, dots, hyphens or underscores, begins with a letter, and does not begin with hms_ or pg_.</source>
        <translation>يتكون اسم الدخول من 2 إلى 40 من الأحرف الصغيرة من a إلى z أو الأرقام أو النقاط أو الشرطات أو الشرطات السفلية، ويبدأ بحرف، ولا يبدأ بـ hms_ أو pg_.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="26" />
        <source>This login name is taken; choose another one.</source>
        <translation>اسم الدخول هذا مستخدم؛ اختر اسمًا آخر.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="27" />
        <source>This account is kept by IT; its password is changed there.</source>
        <translation>يدير قسم تقنية المعلومات هذا الحساب؛ تُغيَّر كلمة مروره هناك.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="30" />
        <source>This account is not on the hospital's list of staff; ask an administrator.</source>
        <translation>هذا الحساب ليس في قائمة موظفي المستشفى؛ اسأل المسؤول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="34" />
        <source>A password has at least 10 characters; a short sentence is a good one.</source>
        <translation>كلمة المرور 10 أحرف على الأقل؛ الجملة القصيرة خيار جيد.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="36" />
        <source>The password must not contain the login name.</source>
        <translation>يجب ألا تحتوي كلمة المرور على اسم الدخول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="37" />
        <source>The password repeats too few characters; choose a longer mix.</source>
        <translation>تكرر كلمة المرور عددًا قليلًا من الرموز؛ اختر مزيجًا أطول.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="38" />
        <source>This person is not on the list of staff; reload the list.</source>
        <translation>هذا الشخص ليس في قائمة الموظفين؛ أعد تحميل القائمة.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/app/refusals/staff.py" line="41" />
        <source>The password must arrive as a SCRAM verifier; the program makes it.</source>
        <translation>يجب أن تصل كلمة المرور بصيغة مُحقِّق SCRAM؛ البرنامج ينشئه.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/press.py" line="31" />
        <source>The paper could not be made; the report is in the log.</source>
        <translation>تعذّر إنشاء المستند؛ التقرير في السجل.</translation>
    </message>
    <message>
        <location filename="../../hms_desktop/screens/printing/press.py" line="34" />
        <source>The paper's file could not be written; look whether the disk is full.</source>
        <translation>تعذّرت كتابة ملف المستند؛ تحقق مما إذا كان القرص ممتلئًا.</translation>
    </message>
</context>
</TS>